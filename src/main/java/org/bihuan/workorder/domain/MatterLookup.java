package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.catalogue.Responsibility;
import org.bihuan.company.EstateDirectory;
import org.bihuan.estate.Estate;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Phones;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.Place;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Reporter;
import org.jspecify.annotations.Nullable;

/** Finds what a matter names: its category, place and reporter. Tells all that it cannot find at once. */
@ApplicationScoped
class MatterLookup {
    private final Estate estate;
    private final EstateDirectory directory;
    private final Catalogue catalogue;
    private final Clock clock;

    MatterLookup(Estate estate, EstateDirectory directory, Catalogue catalogue, Clock clock) {
        this.estate = estate;
        this.directory = directory;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    private record Found(
            Catalogue.@Nullable Category category,
            Place place,
            Estate.@Nullable Unit unit,
            Estate.@Nullable Building building,
            Contact contact) {}

    /**
     * Looks everything up.
     *
     * @param errors what is wrong already, to be told together
     * @throws InvalidInput with these and all that does not exist, each pointer behind the given one
     */
    Matter resolve(NewWorkOrder wanted, Estate.@Nullable Community community, String pointer, List<FieldError> errors) {
        Found found = find(wanted, community == null ? null : community.id(), pointer, errors);
        if (community == null) {
            errors.add(new FieldError(pointer + "/communityId", "UNKNOWN_COMMUNITY"));
        }
        InvalidInput.refuse(errors);
        ZoneId zone = Objects.requireNonNull(community).zone();
        Catalogue.Category category = found.category();
        Priority usual = category == null ? Priority.NORMAL : Priority.valueOf(category.defaultPriority());
        return new Matter(
                wanted.description(),
                wanted.priority() == null ? usual : wanted.priority(),
                category == null ? null : category.id(),
                spot(found.place(), found.unit(), found.building()),
                found.contact(),
                wanted.preferredWindow(),
                liability(category, found.unit(), found.building(), LocalDate.ofInstant(clock.instant(), zone)));
    }

    /** All that is wrong with what a matter names, as far as it names anything. */
    List<FieldError> check(NewWorkOrder wanted, @Nullable UUID community, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        find(wanted, community, pointer, errors);
        return errors;
    }

    /** @param community null where nobody knows: then places and residents cannot be looked for */
    private Found find(NewWorkOrder wanted, @Nullable UUID community, String pointer, List<FieldError> errors) {
        Catalogue.Category category = category(wanted.kind(), wanted.categoryCode(), pointer, errors);
        errors.addAll(AppointmentRules.check(wanted.preferredWindow(), pointer + "/preferredWindow", clock.instant()));
        Place place = wanted.location() == null || community == null ? Place.NOWHERE : wanted.location();
        Estate.Unit unit = unit(place, community, pointer + "/location", errors);
        Estate.Building building = building(place, community, pointer + "/location", errors);
        if (unit != null && building != null && !unit.buildingId().equals(building.id())) {
            errors.add(new FieldError(pointer + "/location/buildingId", "UNITS_CONTRADICT"));
        }
        Reporter reporter = wanted.reporter() == null ? Reporter.NOBODY : wanted.reporter();
        return new Found(category, place, unit, building, contact(reporter, community, pointer + "/reporter", errors));
    }

    /** Who answered for it on the day it was reported, for a matter that was corrected since. */
    @Nullable
    Responsibility responsibility(
            @Nullable UUID categoryId, Spot spot, Estate.Community community, Instant reportedAt) {
        Catalogue.Category category = categoryId == null
                ? null
                : catalogue.categories(Set.of(categoryId)).get(categoryId);
        return liability(
                category,
                spot.unitId() == null ? null : estate.unit(spot.unitId()).orElse(null),
                spot.buildingId() == null
                        ? null
                        : estate.building(spot.buildingId()).orElse(null),
                LocalDate.ofInstant(reportedAt, community.zone()));
    }

    private Catalogue.@Nullable Category category(
            @Nullable Kind kind, @Nullable String code, String pointer, List<FieldError> errors) {
        if (code == null) {
            return null;
        }
        Optional<Catalogue.Category> category = catalogue.find(code);
        if (category.isEmpty()) {
            errors.add(new FieldError(pointer + "/categoryCode", "UNKNOWN_CATEGORY", code));
        } else if (kind != null && !category.get().kind().equals(kind.name())) {
            errors.add(new FieldError(
                    pointer + "/categoryCode",
                    "CATEGORY_OF_ANOTHER_KIND",
                    category.get().kind()));
        }
        return category.orElse(null);
    }

    private Estate.@Nullable Unit unit(Place place, @Nullable UUID community, String pointer, List<FieldError> errors) {
        String code = place.unitCode() == null || place.unitCode().isBlank() ? null : place.unitCode();
        if (community == null || (place.unitId() == null && code == null)) {
            return null;
        }
        Optional<Estate.Unit> unit = place.unitId() != null
                ? estate.unit(place.unitId())
                        .filter(found -> found.communityId().equals(community))
                : estate.unitByCode(community, String.valueOf(code));
        if (unit.isEmpty()) {
            String field = place.unitId() != null ? "/unitId" : "/unitCode";
            errors.add(new FieldError(pointer + field, "UNKNOWN_UNIT"));
            return null;
        }
        boolean contradicts = place.unitId() != null
                && code != null
                && estate.unitByCode(community, code)
                        .filter(other -> other.id().equals(place.unitId()))
                        .isEmpty();
        if (contradicts) {
            errors.add(new FieldError(pointer + "/unitCode", "UNITS_CONTRADICT"));
        }
        return unit.get();
    }

    private Estate.@Nullable Building building(
            Place place, @Nullable UUID community, String pointer, List<FieldError> errors) {
        if (community == null || place.buildingId() == null) {
            return null;
        }
        Optional<Estate.Building> building = estate.building(place.buildingId())
                .filter(found -> found.communityId().equals(community));
        if (building.isEmpty()) {
            errors.add(new FieldError(pointer + "/buildingId", "UNKNOWN_BUILDING"));
        }
        return building.orElse(null);
    }

    private static Spot spot(Place place, Estate.@Nullable Unit unit, Estate.@Nullable Building building) {
        UUID buildingId = building != null ? building.id() : unit != null ? unit.buildingId() : null;
        return new Spot(
                unit == null ? null : unit.id(), buildingId, unit == null ? null : unit.code(), place.position());
    }

    private Contact contact(Reporter reporter, @Nullable UUID community, String pointer, List<FieldError> errors) {
        Optional<String> phone = Optional.ofNullable(reporter.phone())
                .filter(typed -> !typed.isBlank())
                .flatMap(typed -> phone(typed, pointer, errors));
        if (community == null) {
            return Contact.NOBODY;
        }
        if (reporter.residentId() == null) {
            return known(reporter.name(), phone.orElse(null), community);
        }
        Optional<Estate.Resident> resident =
                estate.resident(reporter.residentId()).filter(found -> livesIn(community, found));
        if (resident.isEmpty()) {
            errors.add(new FieldError(pointer + "/residentId", "UNKNOWN_RESIDENT"));
            return Contact.NOBODY;
        }
        return new Contact(
                reporter.residentId(),
                reporter.name() == null ? resident.get().name() : reporter.name(),
                phone.orElse(resident.get().phone()));
    }

    /** Who gives the phone and the name of one of our residents is taken for them. */
    private Contact known(@Nullable String name, @Nullable String phone, UUID community) {
        List<Estate.Resident> residents = phone == null || name == null
                ? List.of()
                : estate.residentsByPhone(phone).stream()
                        .filter(resident -> resident.name().equals(name.strip()) && livesIn(community, resident))
                        .toList();
        UUID resident = residents.size() == 1 ? residents.getFirst().id() : null;
        return new Contact(resident, name, phone);
    }

    /** Also who has lived there: their last matter may outlast their stay. Of others this desk may learn nothing. */
    private boolean livesIn(UUID community, Estate.Resident resident) {
        return directory.communitiesOf(resident.id()).contains(community);
    }

    private static Optional<String> phone(String typed, String pointer, List<FieldError> errors) {
        Optional<String> phone = Phones.parse(typed);
        if (phone.isEmpty()) {
            errors.add(new FieldError(pointer + "/phone", "PHONE_NOT_USABLE"));
        }
        return phone;
    }

    private @Nullable Responsibility liability(
            Catalogue.@Nullable Category category,
            Estate.@Nullable Unit unit,
            Estate.@Nullable Building building,
            LocalDate day) {
        if (category == null) {
            return null;
        }
        LocalDate accepted = unit != null ? unit.acceptanceDate() : building != null ? building.acceptanceDate() : null;
        return catalogue.judge(category, accepted, unit != null, day);
    }
}
