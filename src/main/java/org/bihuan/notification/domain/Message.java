package org.bihuan.notification.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Language;
import org.bihuan.shared.TenantOwned;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one person is told about one event, and what has become of it. */
@Entity
public class Message extends TenantOwned {
    private static final int LONGEST_ERROR = 500;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private String eventKey;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private String recipientKey;

    private @Nullable UUID workOrderId;
    private @Nullable UUID accountId;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private @Nullable UUID residentId;

    private @Nullable String recipientName;
    private @Nullable String phone;
    private String language;

    @Enumerated(EnumType.STRING)
    private MessageChannel channel;

    private @Nullable String address;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    @Enumerated(EnumType.STRING)
    private @Nullable StateReason reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Fact, String> facts;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private @Nullable UUID digestId;

    private Instant createdAt;
    private Instant notBefore;
    private @Nullable Instant sentAt;
    private @Nullable Instant readAt;
    private int tries;
    private @Nullable String lastError;

    @Version
    private long version;

    protected Message() {}

    Message(
            MessageKind kind,
            String event,
            @Nullable UUID workOrder,
            Recipient to,
            Facts facts,
            DeliveryPlan plan,
            Instant now) {
        this.id = Ids.next();
        this.kind = kind;
        this.eventKey = event;
        this.recipientKey = to.key();
        this.workOrderId = workOrder;
        this.accountId = to.accountId();
        this.residentId = to.residentId();
        this.recipientName = to.name();
        this.phone = to.phone();
        this.language = to.language().tag();
        this.channel = plan.channel();
        this.address = to.address();
        this.state = plan.state();
        this.reason = plan.reason();
        this.facts = facts.values();
        this.createdAt = now;
        this.notBefore = plan.at();
    }

    /** Whether it is still to be sent; one that failed can be tried again by hand. */
    boolean isToBeSent() {
        return state == MessageState.QUEUED || state == MessageState.FAILED;
    }

    void sent(Instant now) {
        state = MessageState.SENT;
        reason = null;
        sentAt = now;
        tries++;
        lastError = null;
    }

    /** Together with what is in it, when it is a digest. */
    void becomesLike(Message digest) {
        state = digest.state;
        reason = digest.reason;
        sentAt = digest.sentAt;
    }

    void triedInVain(String error) {
        tries++;
        lastError = error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }

    void failed(StateReason why) {
        state = MessageState.FAILED;
        reason = why;
    }

    void logged(StateReason why) {
        state = MessageState.LOGGED;
        reason = why;
    }

    void suppressed(StateReason why) {
        state = MessageState.SUPPRESSED;
        reason = why;
    }

    void goesInto(Message digest) {
        digestId = digest.id;
    }

    /** The first time counts. */
    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public MessageKind kind() {
        return kind;
    }

    public @Nullable UUID workOrderId() {
        return workOrderId;
    }

    @Nullable
    UUID accountId() {
        return accountId;
    }

    public @Nullable String recipientName() {
        return recipientName;
    }

    @Nullable
    String phone() {
        return phone;
    }

    Language language() {
        return Language.best(language);
    }

    public MessageChannel channel() {
        return channel;
    }

    public @Nullable String address() {
        return address;
    }

    public MessageState state() {
        return state;
    }

    public @Nullable StateReason reason() {
        return reason;
    }

    Facts facts() {
        return Facts.of(facts);
    }

    /** What people call the matter by; null where it is about none. */
    public @Nullable String workOrderNumber() {
        return facts.get(Fact.NUMBER);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public @Nullable Instant readAt() {
        return readAt;
    }

    public int tries() {
        return tries;
    }

    public @Nullable String lastError() {
        return lastError;
    }
}
