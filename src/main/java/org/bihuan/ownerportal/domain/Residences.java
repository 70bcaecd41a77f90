package org.bihuan.ownerportal.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.workorder.WorkOrders.Residence;
import org.bihuan.workorder.WorkOrders.Stay;

/** Where an owner lives and has lived: it bounds what they may follow and report. */
@ApplicationScoped
class Residences {
    /** The end of a stay that has none; later than any instant the system accepts. */
    private static final Instant OPEN_END = Instant.parse("2300-01-01T00:00:00Z");

    private final Estate estate;
    private final Clock clock;

    Residences(Estate estate, Clock clock) {
        this.estate = estate;
        this.clock = clock;
    }

    /** @throws Forbidden when the account is bound to nobody */
    static UUID resident(Caller by) {
        UUID resident = by.residentId();
        if (resident == null) {
            throw new Forbidden();
        }
        return resident;
    }

    Residence of(Caller by) {
        UUID resident = resident(by);
        List<Stay> stays = homes(resident, (occupancy, home) -> Stream.of(stay(occupancy, home.zone())))
                .toList();
        return new Residence(resident, stays);
    }

    /** A unit and the zone its days are counted in. */
    record Home(Estate.Unit unit, ZoneId zone) {}

    /** Where they live today. */
    List<Estate.Unit> presentHomes(Caller by) {
        Instant now = clock.instant();
        return homes(
                        resident(by),
                        (occupancy, home) -> occupancy.covers(LocalDate.ofInstant(now, home.zone()))
                                ? Stream.of(home.unit())
                                : Stream.of())
                .distinct()
                .toList();
    }

    private <T> Stream<T> homes(UUID resident, BiFunction<Estate.Occupancy, Home, Stream<T>> use) {
        List<Estate.Occupancy> occupancies = estate.occupanciesOf(resident);
        Map<UUID, Estate.Unit> units = estate.units(
                occupancies.stream().map(Estate.Occupancy::unitId).distinct().toList());
        Map<UUID, ZoneId> zones = new HashMap<>();
        return occupancies.stream().flatMap(occupancy -> {
            Estate.Unit unit = units.get(occupancy.unitId());
            return unit == null
                    ? Stream.of()
                    : use.apply(occupancy, new Home(unit, zones.computeIfAbsent(unit.communityId(), this::zone)));
        });
    }

    /** From the first minute of the first day to the last of the last. */
    private static Stay stay(Estate.Occupancy occupancy, ZoneId zone) {
        LocalDate last = occupancy.to();
        return new Stay(
                occupancy.unitId(),
                occupancy.from().atStartOfDay(zone).toInstant(),
                last == null ? OPEN_END : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    ZoneId zone(UUID community) {
        return estate.community(community).orElseThrow(NotFound::new).zone();
    }
}
