package org.bihuan.estate.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.TenantOwned;
import org.jspecify.annotations.Nullable;

/** A building of a community. */
@Entity
public class Building extends TenantOwned {
    @Id
    private UUID id;

    private UUID communityId;
    private String name;
    private String nameKey;
    private String nameOrder;
    private @Nullable LocalDate acceptanceDate;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    protected Building() {}

    /** @throws InvalidInput when there is neither a letter nor a digit in its name */
    Building(UUID communityId, BuildingDetails details, Instant now) {
        this.id = Ids.next();
        this.communityId = communityId;
        this.createdAt = now;
        change(details, now);
    }

    /** @throws InvalidInput when there is neither a letter nor a digit in its name */
    final void change(BuildingDetails details, Instant now) {
        name = details.name().strip();
        nameKey = UnitCode.building(name).orElseThrow(() -> InvalidInput.invalid("/name", "NAME_NOT_USABLE"));
        nameOrder = UnitCode.order(nameKey);
        acceptanceDate = details.acceptanceDate();
        updatedAt = now;
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
