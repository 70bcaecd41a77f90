package org.bihuan.frontdesk.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.frontdesk.Direction;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.shared.TenantOwned;
import org.bihuan.workorder.Channel;
import org.jspecify.annotations.Nullable;

/** One call, visit or message at the desk. */
@Entity
public class Interaction extends TenantOwned {
    @Id
    private UUID id;

    private UUID communityId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Integer ringSeconds;

    @Embedded
    private @Nullable CallingParty party;

    private @Nullable String notes;
    private UUID takenBy;
    private String takenByName;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private long version;

    protected Interaction() {}

    Interaction(NewInteraction wanted, CallingParty party, Caller takenBy, Instant now) {
        this.id = InteractionId.next().value();
        this.communityId = wanted.communityId();
        this.channel = wanted.channel();
        this.direction = wanted.direction() == null ? Direction.INBOUND : wanted.direction();
        this.startedAt = wanted.startedAt();
        this.party = party;
        this.takenBy = takenBy.id().value();
        this.takenByName = takenBy.displayName();
        this.createdAt = now;
        this.updatedAt = now;
        note(new InteractionDetails(wanted.endedAt(), wanted.ringSeconds(), wanted.notes()), now);
    }

    void note(InteractionDetails details, Instant now) {
        endedAt = details.endedAt();
        ringSeconds = details.ringSeconds();
        notes = details.notes();
        updatedAt = now;
    }

    InteractionDetails details() {
        return new InteractionDetails(endedAt, ringSeconds, notes);
    }

    public InteractionId interactionId() {
        return new InteractionId(id);
    }

    public UUID communityId() {
        return communityId;
    }

    public Channel channel() {
        return channel;
    }

    public Direction direction() {
        return direction;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable Integer ringSeconds() {
        return ringSeconds;
    }

    public CallingParty party() {
        return party == null ? CallingParty.NOBODY : party;
    }

    public @Nullable String notes() {
        return notes;
    }

    public UUID takenBy() {
        return takenBy;
    }

    public String takenByName() {
        return takenByName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
