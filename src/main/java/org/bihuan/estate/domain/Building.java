package org.bihuan.estate.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** A building of a community. */
@Entity
public class Building extends Revisable {
    @Id
    private UUID id;

    private UUID communityId;
    private String name;
    private String nameKey;
    private String nameOrder;
    private @Nullable LocalDate acceptanceDate;

    protected Building() {}

    /** @throws InvalidInput when there is neither a letter nor a digit in its name */
    Building(UUID communityId, BuildingDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        this.communityId = communityId;
        change(details, now);
    }

    /** @throws InvalidInput when there is neither a letter nor a digit in its name */
    final void change(BuildingDetails details, Instant now) {
        name = details.name().strip();
        nameKey = UnitCode.building(name).orElseThrow(() -> InvalidInput.invalid("/name", "NAME_NOT_USABLE"));
        nameOrder = UnitCode.order(nameKey);
        acceptanceDate = details.acceptanceDate();
        changed(now);
    }

    BuildingDetails details() {
        return new BuildingDetails(name, acceptanceDate);
    }

    Estate.Building shown() {
        return new Estate.Building(id, communityId, name, acceptanceDate);
    }

    public UUID id() {
        return id;
    }

    public UUID communityId() {
        return communityId;
    }

    public String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    String nameOrder() {
        return nameOrder;
    }

    public @Nullable LocalDate acceptanceDate() {
        return acceptanceDate;
    }
}
