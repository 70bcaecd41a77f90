package org.bihuan.frontdesk.domain;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.frontdesk.Direction;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.shared.Revisable;
import org.bihuan.workorder.Channel;
import org.jspecify.annotations.Nullable;

/** One call, visit or message at the desk. */
@Entity
public class Interaction extends Revisable {
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

    protected Interaction() {}

    Interaction(NewInteraction wanted, CallingParty party, Caller takenBy, Instant now) {
        super(now);
        this.id = InteractionId.next().value();
        this.communityId = wanted.communityId();
        this.channel = wanted.channel();
        this.direction = wanted.direction() == null ? Direction.INBOUND : wanted.direction();
        this.startedAt = wanted.startedAt();
        this.party = party;
        this.takenBy = takenBy.id().value();
        this.takenByName = takenBy.displayName();
        note(new InteractionDetails(wanted.endedAt(), wanted.ringSeconds(), wanted.notes()), now);
    }

    void note(InteractionDetails details, Instant now) {
        endedAt = details.endedAt();
        ringSeconds = details.ringSeconds();
        notes = details.notes();
        changed(now);
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
}
