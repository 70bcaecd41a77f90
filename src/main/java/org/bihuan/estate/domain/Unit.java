package org.bihuan.estate.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** A dwelling or shop. */
@Entity
public class Unit extends Revisable {
    @Id
    private UUID id;

    private UUID communityId;
    private UUID buildingId;
    private @Nullable String entrance;
    private String room;
    private String code;
    private String codeKey;
    private String codeOrder;
    private @Nullable BigDecimal area;

    protected Unit() {}

    Unit(Building building, UnitDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        this.communityId = building.communityId();
        this.buildingId = building.id();
        describe(details);
        moveWith(building, now);
    }

    void change(Building building, UnitDetails details, Instant now) {
        describe(details);
        moveWith(building, now);
    }

    private void describe(UnitDetails details) {
        String in = details.entrance();
        entrance = in == null || in.isBlank() ? null : in.strip();
        room = details.room().strip();
        area = details.area() == null ? null : details.area().setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Takes over the name its building has now. */
    final void moveWith(Building building, Instant now) {
        UnitCode key = UnitCode.of(building.name(), entrance, room)
                .orElseThrow(() -> InvalidInput.invalid("/room", "NAME_NOT_USABLE"));
        code = UnitCode.shown(building.name(), entrance, room);
        codeKey = key.key();
        codeOrder = key.order();
        changed(now);
    }

    UnitDetails details() {
        return new UnitDetails(entrance, room, area);
    }

    public UUID id() {
        return id;
    }

    public UUID communityId() {
        return communityId;
    }

    public UUID buildingId() {
        return buildingId;
    }

    public @Nullable String entrance() {
        return entrance;
    }

    public String room() {
        return room;
    }

    public String code() {
        return code;
    }

    String codeKey() {
        return codeKey;
    }

    String codeOrder() {
        return codeOrder;
    }

    public @Nullable BigDecimal area() {
        return area;
    }
}
