package org.bihuan.workorder.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.catalogue.Responsibility;
import org.bihuan.shared.Ids;
import org.bihuan.shared.TenantOwned;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.TimeWindow;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a work order is about, and how it came to be: what does not depend on how far it has come. */
@MappedSuperclass
abstract class RecordedMatter extends TenantOwned {
    @Id
    private UUID id;

    private String number;
    private UUID communityId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private @Nullable UUID categoryId;
    private String description;

    @Embedded
    private @Nullable Spot spot;

    @Embedded
    private @Nullable Contact reporter;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable Instant preferredFrom;
    private @Nullable Instant preferredTo;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Responsibility liability;

    private byte @Nullable [] trackingNonce;
    private byte @Nullable [] trackingHash;

    @Column(updatable = false)
    private @Nullable String externalId;

    @Column(updatable = false)
    @SuppressWarnings("UnusedVariable") // read by the next import
    private byte @Nullable [] importedRow;

    private @Nullable UUID registeredBy;
    private @Nullable String registeredByName;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    protected RecordedMatter() {}

    RecordedMatter(String number, NewWorkOrder wanted, Matter matter, Actor by, Instant now) {
        this.id = WorkOrderId.next().value();
        this.number = number;
        this.communityId = wanted.communityId();
        this.kind = wanted.kind();
        this.channel = wanted.channel() == null ? Channel.OTHER : wanted.channel();
        this.registeredBy = by.id();
        this.registeredByName = by.displayName();
        this.createdAt = now;
        describe(matter, now);
    }

    /** From another system, where it has ended. */
    RecordedMatter(String number, PastOrder past) {
        PastRow row = past.row();
        this.id = Ids.at(row.times().created());
        this.number = number;
        this.communityId = past.communityId();
        this.kind = row.about().kind();
        this.channel = row.about().channel();
        this.externalId = row.externalId();
        this.importedRow = past.digest();
        this.createdAt = row.times().created();
        Matter matter = new Matter(
                row.about().description(),
                past.priority(),
                past.categoryId(),
                past.spot(),
                past.reporter(),
                null,
                null);
        describe(matter, row.times().ended());
    }

    /** Gives a new order, or one whose facts were corrected, what it is about. */
    final void describe(Matter matter, Instant now) {
        description = matter.description();
        priority = matter.priority();
        categoryId = matter.categoryId();
        spot = matter.spot();
        reporter = matter.reporter();
        preferredFrom = matter.preferredWindow() == null
                ? null
                : matter.preferredWindow().from();
        preferredTo = matter.preferredWindow() == null
                ? null
                : matter.preferredWindow().to();
        liability = matter.liability();
        updatedAt = now;
    }

    /** What was agreed for one round is not agreed for the next. */
    final void forgetAppointment() {
        preferredFrom = null;
        preferredTo = null;
    }

    final void changed(Instant now) {
        updatedAt = now;
    }

    void setTracking(byte[] nonce, byte[] hash) {
        trackingNonce = nonce.clone();
        trackingHash = hash.clone();
    }

    WorkOrderId workOrderId() {
        return new WorkOrderId(id);
    }

    String number() {
        return number;
    }

    UUID communityId() {
        return communityId;
    }

    Kind kind() {
        return kind;
    }

    Priority priority() {
        return priority;
    }

    @Nullable
    UUID categoryId() {
        return categoryId;
    }

    String description() {
        return description;
    }

    Spot spot() {
        return spot == null ? Spot.NOWHERE : spot;
    }

    Contact reporter() {
        return reporter == null ? Contact.NOBODY : reporter;
    }

    Channel channel() {
        return channel;
    }

    @Nullable
    TimeWindow preferredWindow() {
        return preferredFrom == null || preferredTo == null ? null : new TimeWindow(preferredFrom, preferredTo);
    }

    @Nullable
    Responsibility liability() {
        return liability;
    }

    byte @Nullable [] trackingNonce() {
        return trackingNonce == null ? null : trackingNonce.clone();
    }

    byte @Nullable [] trackingHash() {
        return trackingHash == null ? null : trackingHash.clone();
    }

    @Nullable
    UUID registeredBy() {
        return registeredBy;
    }

    @Nullable
    String registeredByName() {
        return registeredByName;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    String externalId() {
        return externalId;
    }
}
