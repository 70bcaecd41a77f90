package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.estate.Estate;
import org.bihuan.followup.domain.FollowUpCase.OtherPhone;
import org.bihuan.workorder.WorkOrderFacts;
import org.jspecify.annotations.Nullable;

/** Who else lives where the reporter of a matter lives, and can be rung instead. */
@ApplicationScoped
class Household {
    private final Estate estate;

    Household(Estate estate) {
        this.estate = estate;
    }

    /** The reporter, where we know them, and who lives with them. */
    Set<UUID> members(WorkOrderFacts order, LocalDate today) {
        return Stream.concat(
                        Stream.ofNullable(order.residentId()),
                        homes(order.communityId(), order.residentId(), order.unitId(), today)
                                .flatMap(unit -> estate.occupantsOf(unit, today).stream())
                                .map(Estate.Occupancy::residentId))
                .collect(Collectors.toSet());
    }

    /** The numbers that are not known to be wrong, each once. */
    List<OtherPhone> otherPhones(WorkOrderFacts order, LocalDate today) {
        return estate.residents(members(order, today)).values().stream()
                .filter(resident -> !resident.phoneDoubtful())
                .flatMap(resident -> phone(resident))
                .filter(other -> !other.phone().equals(order.reporterPhone()))
                .collect(Collectors.toMap(OtherPhone::phone, other -> other, (one, other) -> one))
                .values()
                .stream()
                .sorted(java.util.Comparator.comparing(OtherPhone::name).thenComparing(OtherPhone::phone))
                .toList();
    }

    private static Stream<OtherPhone> phone(Estate.Resident resident) {
        String phone = resident.phone();
        return phone == null ? Stream.of() : Stream.of(new OtherPhone(resident.name(), phone));
    }

    /** Who lives in their flats elsewhere is not this desk's to know. */
    private List<UUID> inCommunity(UUID community, List<UUID> units) {
        return estate.units(units).values().stream()
                .filter(unit -> unit.communityId().equals(community))
                .map(Estate.Unit::id)
                .toList();
    }

    /** Where the reporter lives; the place of the matter when nobody knows. */
    private Stream<UUID> homes(UUID community, @Nullable UUID resident, @Nullable UUID unit, LocalDate today) {
        List<UUID> homes = resident == null
                ? List.of()
                : inCommunity(
                        community,
                        estate.occupanciesOf(resident).stream()
                                .filter(occupancy -> occupancy.covers(today))
                                .map(Estate.Occupancy::unitId)
                                .toList());
        return homes.isEmpty() ? Stream.ofNullable(unit) : homes.stream();
    }
}
