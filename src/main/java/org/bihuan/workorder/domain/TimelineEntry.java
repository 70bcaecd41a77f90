package org.bihuan.workorder.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.TenantOwned;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.TimelineView;
import org.bihuan.workorder.Visibility;
import org.bihuan.workorder.WorkOrderRecorded;
import org.bihuan.workorder.WorkOrders;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of the append-only history of a work order, with the names as they were at the time. */
@Entity
@Immutable
@IdClass(TimelineKey.class)
class TimelineEntry extends TenantOwned {
    @Id
    private UUID workOrderId;

    @Id
    private int seq;

    private Instant at;
    private String type;
    private @Nullable UUID actorId;
    private String actorName;
    private String actorRole;
    private @Nullable UUID behalfId;
    private @Nullable String behalfName;
    private int round;

    @Enumerated(EnumType.STRING)
    private @Nullable Status fromStatus;

    @Enumerated(EnumType.STRING)
    private @Nullable Status toStatus;

    private @Nullable String reason;
    private @Nullable String note;
    private boolean visible;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> data;

    protected TimelineEntry() {}

    TimelineEntry(WorkOrder order, String type, Actor by, Instant at, TimelineText text) {
        this.workOrderId = order.workOrderId().value();
        this.seq = order.nextSeq();
        this.at = at;
        this.type = type;
        this.actorId = by.id();
        this.actorName = by.displayName();
        this.actorRole = by.capacity().role();
        this.round = order.round();
        this.reason = text.reason();
        this.note = text.note();
        this.visible = text.visible();
        this.data = text.data();
    }

    TimelineEntry moved(Step step, @Nullable String behalfOf) {
        round = step.round();
        fromStatus = step.from();
        toStatus = step.to();
        behalfId = step.onBehalfOf();
        behalfName = behalfOf;
        return this;
    }

    /** Without a verb: the order has just come to be in this status. */
    TimelineEntry moved(Status to) {
        toStatus = to;
        return this;
    }

    int seq() {
        return seq;
    }

    boolean visible() {
        return visible;
    }

    WorkOrderRecorded.Line line(Actor by, @Nullable UUID previousAssignee) {
        return new WorkOrderRecorded.Line(
                seq, at, type, by, behalfId, previousAssignee, fromStatus, toStatus, reason, note, visible, data);
    }

    WorkOrders.PublicEntry publicEntry() {
        return new WorkOrders.PublicEntry(seq, at, type, toStatus, visible ? note : null);
    }

    TimelineView view() {
        return new TimelineView(
                seq,
                at,
                type,
                new TimelineView.Person(actorId, actorName, actorRole),
                behalfId == null
                        ? null
                        : new TimelineView.Person(
                                behalfId, behalfName == null ? "" : behalfName, Capacity.ASSIGNEE.role()),
                round,
                fromStatus,
                toStatus,
                reason,
                note,
                visible ? Visibility.PUBLIC : Visibility.INTERNAL,
                data);
    }
}
