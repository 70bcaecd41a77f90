package org.bihuan.integration.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.Ids;
import org.bihuan.shared.TenantOwned;
import org.bihuan.workorder.OwnerMessageWritten;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderRecorded;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that has happened, as other systems are told. The database adds in which transaction. */
@Entity
@Immutable
@Table(name = "event")
@SuppressWarnings("UnusedVariable") // the assignees are for the readers of streams, who ask in SQL
class LoggedEvent extends TenantOwned {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "event_seq")
    @SequenceGenerator(name = "event_seq", sequenceName = "event_seq", allocationSize = 50)
    private @Nullable Long id;

    private UUID uid;
    private String type;
    private @Nullable UUID communityId;
    private @Nullable UUID workOrderId;
    private @Nullable UUID assigneeId;
    private @Nullable UUID previousAssigneeId;
    private Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> data;

    protected LoggedEvent() {}

    private LoggedEvent(String type, Instant at, Map<String, Object> data) {
        this.uid = Ids.next();
        this.type = type;
        this.at = at;
        this.data = data;
    }

    /** Without anybody's words, names or numbers: who wants to know more reads the order. */
    static LoggedEvent of(WorkOrderRecorded recorded) {
        WorkOrderRecorded.Line line = recorded.line();
        Map<String, Object> data = new LinkedHashMap<>();
        String type = EventType.ofLine(line.type());
        data.put("type", type);
        data.putAll(facts(recorded.order()));
        data.put("seq", line.seq());
        data.put("at", line.at().toString());
        LoggedEvent event = new LoggedEvent(type, line.at(), data).about(recorded.order());
        event.previousAssigneeId = line.previousAssignee();
        return event;
    }

    /** With everything that is needed to carry the message; only logged where somebody carries it. */
    static LoggedEvent of(OwnerMessageWritten message, Instant at) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageId", message.messageId().toString());
        data.put("kind", message.kind());
        data.put("recipientName", message.recipientName());
        data.put("phone", message.phone());
        data.put("language", message.language());
        data.put("text", message.text().get());
        data.put("workOrderId", message.order().id().value().toString());
        data.put("number", message.order().number());
        data.put("communityId", message.order().communityId().toString());
        return new LoggedEvent(EventType.OWNER_MESSAGE, at, data).about(message.order());
    }

    static LoggedEvent test(UUID webhook, Instant at) {
        return new LoggedEvent(EventType.TEST, at, Map.of("webhookId", webhook.toString()));
    }

    private static Map<String, Object> facts(WorkOrderFacts order) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("workOrderId", order.id().value().toString());
        facts.put("number", order.number());
        facts.put("communityId", order.communityId().toString());
        facts.put("kind", order.kind().name());
        facts.put("priority", order.priority().name());
        facts.put("status", order.status().name());
        facts.put("round", order.round());
        return facts;
    }

    private LoggedEvent about(WorkOrderFacts order) {
        communityId = order.communityId();
        workOrderId = order.id().value();
        assigneeId = order.assigneeId();
        return this;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not yet stored");
        }
        return id;
    }

    UUID uid() {
        return uid;
    }

    String type() {
        return type;
    }

    @Nullable
    UUID communityId() {
        return communityId;
    }

    @Nullable
    UUID workOrderId() {
        return workOrderId;
    }

    Instant at() {
        return at;
    }

    Map<String, Object> data() {
        return data;
    }
}
