package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.company.EstateDirectory;
import org.bihuan.estate.Estate;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Phones;
import org.jspecify.annotations.Nullable;

/** Finds out who is ringing, from as much as they say. */
@ApplicationScoped
class CallerRecognition {
    private final Estate estate;
    private final EstateDirectory directory;
    private final Clock clock;

    CallerRecognition(Estate estate, EstateDirectory directory, Clock clock) {
        this.estate = estate;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param community null where nobody knows: then only what does not depend on it is looked up
     * @param errors gets whatever is named and does not exist
     */
    CallingParty recognise(
            Caller by, Estate.@Nullable Community community, NewInteraction.Caller given, List<FieldError> errors) {
        String name = said(given.name());
        String phone = phone(said(given.phone()), errors);
        Estate.Unit unit = community == null ? null : unit(given, community.id(), errors);
        Estate.Resident resident = given.residentId() == null
                ? known(by, name, phone, unit, community)
                : byId(by, given.residentId(), errors);
        return new CallingParty(
                resident == null ? null : resident.id(),
                name == null && resident != null ? resident.name() : name,
                phone == null && resident != null ? resident.phone() : phone,
                unit == null ? null : unit.id(),
                unit == null ? null : unit.code());
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String phone(@Nullable String typed, List<FieldError> errors) {
        if (typed == null) {
            return null;
        }
        Optional<String> phone = Phones.parse(typed);
        if (phone.isEmpty()) {
            errors.add(new FieldError("/caller/phone", "PHONE_NOT_USABLE"));
        }
        return phone.orElse(null);
    }

    private Estate.@Nullable Unit unit(NewInteraction.Caller given, UUID community, List<FieldError> errors) {
        String code = said(given.unitCode());
        Estate.Unit byCode = code == null
                ? null
                : required(estate.unitByCode(community, code), "/caller/unitCode", "UNKNOWN_UNIT", errors);
        if (given.unitId() == null) {
            return byCode;
        }
        Optional<Estate.Unit> found =
                estate.unit(given.unitId()).filter(unit -> unit.communityId().equals(community));
        Estate.Unit byId = required(found, "/caller/unitId", "UNKNOWN_UNIT", errors);
        if (byId != null && byCode != null && !byId.id().equals(byCode.id())) {
            errors.add(new FieldError("/caller/unitCode", "UNITS_CONTRADICT"));
        }
        return byId;
    }

    private Estate.@Nullable Resident byId(Caller by, UUID id, List<FieldError> errors) {
        Optional<Estate.Resident> found = estate.resident(id).filter(resident -> isOurs(by, resident));
        return required(found, "/caller/residentId", "UNKNOWN_RESIDENT", errors);
    }

    private static <T> @Nullable T required(Optional<T> found, String pointer, String code, List<FieldError> errors) {
        if (found.isEmpty()) {
            errors.add(new FieldError(pointer, code));
        }
        return found.orElse(null);
    }

    /** Who gives the phone and the name of one of our residents, or the phone of the only one in the unit, is taken for them. */
    private Estate.@Nullable Resident known(
            Caller by,
            @Nullable String name,
            @Nullable String phone,
            Estate.@Nullable Unit unit,
            Estate.@Nullable Community community) {
        if (community == null || phone == null || (name == null && unit == null)) {
            return null;
        }
        List<Estate.Resident> withPhone = estate.residentsByPhone(phone).stream()
                .filter(resident -> isOurs(by, resident))
                .toList();
        Estate.Resident named = name == null
                ? null
                : only(withPhone, resident -> resident.name().equals(name.strip()));
        if (named != null || unit == null || withPhone.isEmpty()) {
            return named;
        }
        Set<UUID> atHome =
                estate.occupantsOf(unit.id(), LocalDate.ofInstant(clock.instant(), community.zone())).stream()
                        .map(Estate.Occupancy::residentId)
                        .collect(Collectors.toSet());
        return only(withPhone, resident -> atHome.contains(resident.id()));
    }

    private static Estate.@Nullable Resident only(
            List<Estate.Resident> residents, Predicate<Estate.Resident> condition) {
        List<Estate.Resident> matching = residents.stream().filter(condition).toList();
        return matching.size() == 1 ? Objects.requireNonNull(matching.getFirst()) : null;
    }

    private boolean isOurs(Caller by, Estate.Resident resident) {
        return directory.communitiesOf(resident.id()).stream().anyMatch(by.communities()::contains);
    }
}
