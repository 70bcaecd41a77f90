package org.bihuan.estate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.calendar.CallingHours;
import org.bihuan.calendar.WorkingTime;
import org.bihuan.shared.SearchQuery;
import org.jspecify.annotations.Nullable;

/** What other modules may ask about places and people of the present company. */
public interface Estate {
    /** A community and its hours. */
    record Community(UUID id, String name, ZoneId zone, CallingHours callingHours, WorkingTime workingTime) {}

    /**
     * A dwelling or shop.
     *
     * @param acceptanceDate of its building; null when nobody has entered it
     */
    record Unit(
            UUID id,
            UUID communityId,
            UUID buildingId,
            String code,
            @Nullable LocalDate acceptanceDate) {}

    record Building(
            UUID id,
            UUID communityId,
            String name,
            @Nullable LocalDate acceptanceDate) {}

    /**
     * Somebody who belongs to a unit.
     *
     * @param phone in E.164
     * @param email null when nobody has told it
     */
    record Resident(
            UUID id,
            String name,
            @Nullable String phone,
            boolean phoneDoubtful,
            @Nullable String email) {}

    /** Somebody's relation to a unit from a day to a day, both included; open at the end when {@code to} is null. */
    record Occupancy(
            UUID residentId,
            UUID unitId,
            Relation relation,
            LocalDate from,
            @Nullable LocalDate to) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    Optional<Community> community(UUID id);

    /** Empty for a community that the present company does not have. */
    default String communityName(UUID id) {
        return community(id).map(Community::name).orElse("");
    }

    /** The time zone of a community. @throws org.bihuan.shared.NotFound if there is none */
    ZoneId zone(UUID community);

    Optional<Unit> unit(UUID id);

    /** By its code as people say it, in any of the usual ways of writing it. */
    Optional<Unit> unitByCode(UUID community, String code);

    /** What somebody who searches may mean as the code of a unit, in its one form; empty for what looks like something else. */
    Optional<String> searchedCode(String typed);

    Map<UUID, Unit> units(Collection<UUID> ids);

    Optional<Building> building(UUID id);

    Optional<Resident> resident(UUID id);

    Map<UUID, Resident> residents(Collection<UUID> ids);

    /** Residents with this phone, in E.164. */
    List<Resident> residentsByPhone(String phone);

    /** Residents who live or lived in these communities and are meant by the query; the best first, at most {@code limit}. */
    List<Resident> residentsFound(Collection<UUID> communities, SearchQuery query, int limit);

    /** All of a resident's occupancies, also past ones, the newest first. */
    List<Occupancy> occupanciesOf(UUID resident);

    /** The occupancies of these residents, also past ones, by resident, the newest first. */
    Map<UUID, List<Occupancy>> occupanciesOf(Collection<UUID> residents);

    /** Who lives in a unit on that day. */
    List<Occupancy> occupantsOf(UUID unit, LocalDate day);

    /** Notes that a call for these residents to this number reached somebody else; for those whose number it is. */
    void doubtPhone(String phone, Collection<UUID> residents, Instant now);

    /** Notes that this number of these residents is right after all. */
    void trustPhone(String phone, Collection<UUID> residents, Instant now);
}
