package org.bihuan.estate.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bihuan.estate.domain.Kept.Fate;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;

/** The buildings and units of one community, as they are and as a registry makes them. */
final class RegistryPlaces {
    private final Map<String, Kept<House>> houses = new HashMap<>();
    private final Map<String, Kept<Flat>> flats = new HashMap<>();

    /** A building. */
    record House(
            UUID id,
            String name,
            String nameKey,
            String nameOrder,
            @Nullable LocalDate acceptanceDate) {}

    /** A unit. */
    record Flat(
            UUID id,
            UUID buildingId,
            @Nullable String entrance,
            String room,
            String code,
            String codeKey,
            String codeOrder,
            @Nullable BigDecimal area) {}

    void know(House house) {
        houses.put(house.nameKey(), Kept.known(house));
    }

    void know(Flat flat) {
        flats.put(flat.codeKey(), Kept.known(flat));
    }

    /** What a line makes of its building and unit. What it does not say stays as it was. */
    Fate take(RegistryRow.Place place) {
        Kept<House> house = houses.get(place.buildingKey());
        if (house == null) {
            houses.put(place.buildingKey(), Kept.created(newHouse(place)));
            return takeFlat(place).or(Fate.CREATED);
        }
        House known = house.value();
        LocalDate accepted = place.acceptanceDate() == null ? known.acceptanceDate : place.acceptanceDate();
        return house.become(new House(known.id, known.name, known.nameKey, known.nameOrder, accepted))
                .or(takeFlat(place));
    }

    private Fate takeFlat(RegistryRow.Place place) {
        Kept<Flat> flat = flats.get(place.code().key());
        if (flat == null) {
            flats.put(place.code().key(), Kept.created(newFlat(place)));
            return Fate.CREATED;
        }
        Flat known = flat.value();
        BigDecimal area = place.area() == null ? known.area : scaled(place.area());
        return flat.become(new Flat(
                known.id,
                known.buildingId,
                known.entrance,
                known.room,
                known.code,
                known.codeKey,
                known.codeOrder,
                area));
    }

    private static House newHouse(RegistryRow.Place place) {
        String key = place.buildingKey();
        return new House(Ids.next(), place.building(), key, UnitCode.order(key), place.acceptanceDate());
    }

    private Flat newFlat(RegistryRow.Place place) {
        Kept<House> house = houses.get(place.buildingKey());
        if (house == null) {
            throw new IllegalStateException("a unit comes after its building");
        }
        String building = house.value().name;
        return new Flat(
                Ids.next(),
                house.value().id,
                place.entrance(),
                place.room(),
                UnitCode.shown(building, place.entrance(), place.room()),
                place.code().key(),
                place.code().order(),
                scaled(place.area()));
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal area) {
        return area == null ? null : area.setScale(2);
    }

    /** @throws IllegalStateException before {@link #take} */
    UUID idOf(UnitCode code) {
        Kept<Flat> flat = flats.get(code.key());
        if (flat == null) {
            throw new IllegalStateException("no unit " + code);
        }
        return flat.value().id;
    }

    Collection<Kept<House>> houses() {
        return houses.values();
    }

    Collection<Kept<Flat>> flats() {
        return flats.values();
    }
}
