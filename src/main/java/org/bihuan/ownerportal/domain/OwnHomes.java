package org.bihuan.ownerportal.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Which of their present homes an owner means. */
@ApplicationScoped
class OwnHomes {
    private final Residences residences;
    private final Estate estate;

    OwnHomes(Residences residences, Estate estate) {
        this.residences = residences;
        this.estate = estate;
    }

    /** @param unitId null where the matter is not in a unit */
    record Spot(UUID communityId, @Nullable UUID unitId) {}

    /**
     * Somebody else's unit and one that does not exist are refused alike.
     *
     * @throws Forbidden for who lives here no longer
     * @throws InvalidInput when it is not theirs, or when it could be several
     */
    Spot meant(Caller by, NewMatter matter) {
        List<Estate.Unit> homes = residences.presentHomes(by);
        if (homes.isEmpty()) {
            throw new Forbidden("NO_PRESENT_HOME");
        }
        List<Estate.Unit> possible = homes.stream()
                .filter(home ->
                        matter.communityId() == null || home.communityId().equals(matter.communityId()))
                .toList();
        if (possible.isEmpty()) {
            throw InvalidInput.invalid("/communityId", "UNKNOWN_COMMUNITY");
        }
        NewMatter.Where where = matter.where();
        boolean inAUnit = where.unitId() != null || isGiven(where.unitCode());
        List<Estate.Unit> meant = inAUnit ? units(possible, where) : possible;
        UUID community = only(meant);
        return new Spot(community, inAUnit ? meant.getFirst().id() : null);
    }

    private List<Estate.Unit> units(List<Estate.Unit> homes, NewMatter.Where where) {
        List<Estate.Unit> byId = homes.stream()
                .filter(home -> where.unitId() == null || home.id().equals(where.unitId()))
                .toList();
        if (byId.isEmpty()) {
            throw InvalidInput.invalid("/location/unitId", "NOT_YOUR_HOME");
        }
        String code = where.unitCode();
        if (code == null || !isGiven(code)) {
            return byId;
        }
        List<Estate.Unit> byCode = communities(homes)
                .flatMap(community -> estate.unitByCode(community, code).stream())
                .filter(unit -> homes.stream().anyMatch(home -> home.id().equals(unit.id())))
                .toList();
        if (byCode.isEmpty()) {
            throw InvalidInput.invalid("/location/unitCode", "NOT_YOUR_HOME");
        }
        List<Estate.Unit> both = byCode.stream().filter(byId::contains).toList();
        if (both.isEmpty()) {
            throw InvalidInput.invalid("/location/unitCode", "UNITS_CONTRADICT");
        }
        return both;
    }

    private static UUID only(List<Estate.Unit> homes) {
        List<UUID> communities = communities(homes).toList();
        if (communities.size() > 1) {
            throw InvalidInput.invalid("/communityId", "REQUIRED");
        }
        return Objects.requireNonNull(communities.getFirst());
    }

    private static Stream<UUID> communities(List<Estate.Unit> homes) {
        return homes.stream().map(Estate.Unit::communityId).distinct();
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
