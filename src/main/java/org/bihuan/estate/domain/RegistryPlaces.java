package org.bihuan.estate.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.estate.domain.Kept.Fate;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;

/** The buildings and units of one community, as they are and as a registry makes them. */
final class RegistryPlaces {
    private final Map<String, Kept<House>> houses = new HashMap<>();
    private final Map<String, Kept<Flat>> flats = new HashMap<>();
    private final List<NewFlat> newFlats = new ArrayList<>();

    /** A building. */
    record House(
            UUID id,
            String name,
            String nameKey,
            String nameOrder,
            @Nullable LocalDate acceptanceDate) {}

    /** What can change about a unit. */
    record Flat(UUID id, @Nullable BigDecimal area) {}

    /** A unit that was not there; the line that named it first says the rest. */
    record NewFlat(Kept<Flat> flat, House house, RegistryRow.Place place) {}

    void know(House house) {
        houses.put(house.nameKey(), Kept.known(house));
    }

    void know(String codeKey, Flat flat) {
        flats.put(codeKey, Kept.known(flat));
    }

    /** What a line makes of its building and unit. What it does not say stays as it was. */
    Fate take(RegistryRow.Place place) {
        Kept<House> house = houses.get(place.buildingKey());
        if (house == null) {
            house = Kept.created(newHouse(place));
            houses.put(place.buildingKey(), house);
            return takeFlat(house.value(), place).or(Fate.CREATED);
        }
        House known = house.value();
        LocalDate accepted = place.acceptanceDate() == null ? known.acceptanceDate : place.acceptanceDate();
        return house.become(new House(known.id, known.name, known.nameKey, known.nameOrder, accepted))
                .or(takeFlat(known, place));
    }

    private static House newHouse(RegistryRow.Place place) {
        String key = place.buildingKey();
        return new House(Ids.next(), place.building(), key, UnitCode.order(key), place.acceptanceDate());
    }

    private Fate takeFlat(House house, RegistryRow.Place place) {
        BigDecimal area = scaled(place.area());
        Kept<Flat> flat = flats.get(place.code().key());
        if (flat != null) {
            Flat known = flat.value();
            return flat.become(new Flat(known.id, area == null ? known.area : area));
        }
        Kept<Flat> created = Kept.created(new Flat(Ids.next(), area));
        flats.put(place.code().key(), created);
        newFlats.add(new NewFlat(created, house, place));
        return Fate.CREATED;
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal area) {
        return area == null ? null : area.setScale(2, RoundingMode.UNNECESSARY);
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

    /** By the keys of their codes. */
    Map<String, Kept<Flat>> flats() {
        return flats;
    }

    List<NewFlat> newFlats() {
        return newFlats;
    }
}
