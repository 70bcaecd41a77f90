package org.bihuan.integration.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.shared.Ids;
import org.bihuan.shared.TenantOwned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event that one webhook is told of, and how that went. */
@Entity
public class WebhookDelivery extends TenantOwned {
    private static final int LONGEST_ERROR = 300;

    /** How far it has come. */
    @Schema(name = "WebhookDeliveryState")
    public enum State {
        PENDING,
        DELIVERED,
        /** All tries are used up, or the receiver is gone. */
        FAILED,
        /** The webhook was disabled before it was delivered. */
        CANCELLED
    }

    @Id
    private UUID id;

    private UUID webhookId;
    private long eventId;

    @Enumerated(EnumType.STRING)
    private State state;

    private int replays;
    private int tries;
    private @Nullable Integer lastStatus;
    private @Nullable String lastError;
    private @Nullable String lastResponse;
    private @Nullable Instant lastTriedAt;
    private @Nullable Instant deliveredAt;
    private Instant createdAt;

    @Version
    private long version;

    protected WebhookDelivery() {}

    WebhookDelivery(Webhook webhook, LoggedEvent event, Instant now) {
        this.id = Ids.next();
        this.webhookId = webhook.id();
        this.eventId = event.id();
        this.state = State.PENDING;
        this.createdAt = now;
    }

    /**
     * How one try went.
     *
     * @param replay which sending it belongs to; 0 for the first
     * @param status of the answer; null when there was none
     * @param error null for success
     * @param response the beginning of the answer
     */
    record Try(
            int replay,
            Instant at,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String response) {}

    /** Of a sending that has been overtaken by a replay only the try is noted: what is to come is the replay's to decide. */
    void tried(Try how, State next) {
        boolean present = how.replay() == replays;
        state = present ? next : state;
        tries++;
        lastStatus = how.status();
        lastError = how.error() == null
                ? null
                : how.error().substring(0, Math.min(how.error().length(), LONGEST_ERROR));
        lastResponse = how.response();
        lastTriedAt = how.at();
        if (present && next == State.DELIVERED) {
            deliveredAt = how.at();
        }
    }

    void cancel() {
        state = State.CANCELLED;
    }

    /** Once more from the beginning, with all its tries, whatever became of it. */
    void replay() {
        state = State.PENDING;
        replays++;
    }

    /** Whether the job for this replay still has to send it. */
    boolean waitsFor(int replay) {
        return replay == replays && (state == State.PENDING || state == State.FAILED);
    }

    public UUID id() {
        return id;
    }

    public UUID webhookId() {
        return webhookId;
    }

    long eventId() {
        return eventId;
    }

    public State state() {
        return state;
    }

    int replays() {
        return replays;
    }

    public int tries() {
        return tries;
    }

    public @Nullable Integer lastStatus() {
        return lastStatus;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    public @Nullable String lastResponse() {
        return lastResponse;
    }

    public @Nullable Instant lastTriedAt() {
        return lastTriedAt;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
