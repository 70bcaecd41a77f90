package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The communities of a company. */
@ApplicationScoped
public class CommunityService {
    private final CommunityRepository communities;
    private final OccupancyRepository occupancies;
    private final Paging paging;
    private final Clock clock;

    CommunityService(CommunityRepository communities, OccupancyRepository occupancies, Paging paging, Clock clock) {
        this.communities = communities;
        this.occupancies = occupancies;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> T create(CommunityDetails details, Function<Community, T> view) {
        requireWorkingWeek(details);
        Community community = new Community(details, clock.instant());
        requireFreeName(community);
        communities.persistAndFlush(community);
        return view.apply(community);
    }

    /** Administrators change everything, managers the hours of their own communities. */
    @Transactional
    public <T> T change(
            Caller by,
            UUID id,
            @Nullable String ifMatch,
            UnaryOperator<CommunityDetails> patch,
            Function<Community, T> view) {
        Community community = communities.loadForChange(Sight.of(by), id);
        Versions.requireMatch(ifMatch, community.version());
        CommunityDetails wanted = patch.apply(community.details());
        if (!by.is(Role.ADMIN) && !wanted.differsOnlyInHoursFrom(community.details())) {
            throw new Forbidden("ONLY_HOURS_OF_A_COMMUNITY");
        }
        requireWorkingWeek(wanted);
        community.change(wanted, clock.instant());
        requireFreeName(community);
        communities.flush();
        return view.apply(community);
    }

    private static void requireWorkingWeek(CommunityDetails wanted) {
        if (!wanted.isWorkedEnough()) {
            throw InvalidInput.invalid("/workingHours", "WORKING_WEEK_TOO_SHORT");
        }
    }

    private void requireFreeName(Community community) {
        if (communities.isNameTaken(community.name(), community.id())) {
            throw InvalidInput.invalid("/name", "NAME_TAKEN");
        }
    }

    @Transactional
    public <T> T read(Caller by, UUID id, Function<Community, T> view) {
        return view.apply(communities.load(sight(by), id));
    }

    @Transactional
    public <T> Listing<T> list(Caller by, PageQuery page, Function<Community, T> view) {
        Sight sight = sight(by);
        return paging.byId(
                        page,
                        (last, most) -> communities.page(sight, last, most),
                        Community::id,
                        () -> communities.count(sight))
                .map(view);
    }

    @Transactional
    public boolean isVisible(Caller by, UUID id) {
        return communities.findByIdOptional(id).isPresent() && sight(by).covers(id);
    }

    /** Owners see where they live now, by the day it is there. */
    private Sight sight(Caller by) {
        UUID resident = by.residentId();
        return resident == null ? Sight.of(by) : new Sight(false, homesOf(resident));
    }

    private Set<UUID> homesOf(UUID resident) {
        return occupancies.homesOf(List.of(resident)).stream()
                .filter(home -> home.occupancy().covers(today(home.communityId())))
                .map(Home::communityId)
                .collect(Collectors.toSet());
    }

    private LocalDate today(UUID community) {
        return LocalDate.ofInstant(
                clock.instant(), communities.findById(community).zone());
    }
}
