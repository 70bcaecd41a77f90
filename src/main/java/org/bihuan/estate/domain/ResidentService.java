package org.bihuan.estate.domain;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bihuan.company.Caller;
import org.bihuan.shared.Draft;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Phones;
import org.bihuan.shared.StrictJson;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The residents of a company. Staff see those who live or lived in a community of theirs, and only their homes there. */
@ApplicationScoped
public class ResidentService {
    private final ResidentRepository residents;
    private final OccupancyRepository occupancies;
    private final OccupancyRules rules;
    private final ResidentWords words;
    private final StrictJson json;
    private final Paging paging;
    private final Clock clock;

    ResidentService(
            ResidentRepository residents,
            OccupancyRepository occupancies,
            OccupancyRules rules,
            ResidentWords words,
            StrictJson json,
            Paging paging,
            Clock clock) {
        this.residents = residents;
        this.occupancies = occupancies;
        this.rules = rules;
        this.words = words;
        this.json = json;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> T create(Caller by, Draft<ResidentDetails> draft, BiFunction<Resident, List<Home>, T> view) {
        Sight sight = Sight.of(by);
        ResidentDetails details = draft.value();
        Found found = find(sight, draft);
        Map<UUID, Unit> units = found.units();
        Resident resident = new Resident(details.name(), found.phone(), clock.instant());
        resident.writeTo(details.email());
        residents.persistAndFlush(resident);
        words.note(resident);
        details.occupancies().forEach(wanted -> add(resident, units, wanted));
        return view.apply(resident, visibleHomes(sight, resident.id()));
    }

    @Transactional
    public <T> T change(
            Caller by, UUID id, @Nullable String ifMatch, JsonNode patch, BiFunction<Resident, List<Home>, T> view) {
        Sight sight = Sight.of(by);
        Resident resident = residents.loadForChange(id);
        List<Home> homes = requireVisible(visibleHomes(sight, id), sight);
        Versions.requireMatch(ifMatch, resident.version());
        List<OccupancyDetails> present =
                homes.stream().map(home -> details(home)).toList();
        ResidentDetails before = new ResidentDetails(resident.name(), resident.phone(), resident.email(), present);
        Draft<ResidentDetails> draft = json.draft(before, patch, ResidentDetails.class);
        Found found = find(sight, draft);
        ResidentDetails wanted = draft.value();
        replace(resident, found.units(), present, wanted.occupancies());
        resident.change(wanted.name(), found.phone(), clock.instant());
        if (patch.has("phone")) {
            resident.confirmPhone();
        }
        resident.writeTo(wanted.email());
        residents.flush();
        words.note(resident);
        return view.apply(resident, visibleHomes(sight, id));
    }

    /** Only what the caller sees is replaced; the rest stays as it is. */
    private void replace(
            Resident resident, Map<UUID, Unit> units, List<OccupancyDetails> present, List<OccupancyDetails> wanted) {
        List<Occupancy> replaceable = occupancies.of(resident.id()).stream()
                .filter(occupancy -> present.contains(occupancy.details()))
                .toList();
        replaceable.stream()
                .filter(occupancy -> wanted.stream().noneMatch(occupancy::beginsLike))
                .forEach(occupancies::delete);
        for (OccupancyDetails one : wanted) {
            replaceable.stream()
                    .filter(occupancy -> occupancy.beginsLike(one))
                    .findFirst()
                    .ifPresentOrElse(same -> same.endOn(one.to()), () -> add(resident, units, one));
        }
    }

    private void add(Resident resident, Map<UUID, Unit> units, OccupancyDetails wanted) {
        Unit unit = Objects.requireNonNull(units.get(wanted.unitId()));
        occupancies.persist(new Occupancy(resident.id(), unit.communityId(), wanted));
    }

    /** @param phone in E.164 */
    private record Found(Map<UUID, Unit> units, @Nullable String phone) {}

    /** @throws InvalidInput with all that is wrong, with the form and with what it names */
    private Found find(Sight sight, Draft<ResidentDetails> draft) {
        List<FieldError> errors = draft.findings();
        List<OccupancyDetails> occupancies = draft.value().occupancies();
        Map<UUID, Unit> units = rules.check(sight, occupancies == null ? List.of() : occupancies, errors);
        String phone = e164(draft.value().phone(), errors);
        InvalidInput.refuse(errors);
        return new Found(units, phone);
    }

    private static @Nullable String e164(@Nullable String typed, List<FieldError> errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String phone = Phones.parse(typed).orElse(null);
        if (phone == null) {
            errors.add(new FieldError("/phone", "PHONE_NOT_USABLE"));
        }
        return phone;
    }

    @Transactional
    public <T> T read(Caller by, UUID id, BiFunction<Resident, List<Home>, T> view) {
        Sight sight = Sight.of(by);
        Resident resident = residents.findByIdOptional(id).orElseThrow(NotFound::new);
        return view.apply(resident, requireVisible(visibleHomes(sight, id), sight));
    }

    private static List<Home> requireVisible(List<Home> homes, Sight sight) {
        if (homes.isEmpty() && !sight.everywhere()) {
            throw new NotFound();
        }
        return homes;
    }

    @Transactional
    public <T> Listing<T> list(
            Caller by, PageQuery page, ResidentFilter filter, BiFunction<Resident, List<Home>, T> view) {
        Sight sight = Sight.of(by);
        Paging.Position after = paging.after(page);
        List<Resident> rows = residents.page(
                filter.conditions(sight, by.company()), after == null ? null : after.id(0), page.size() + 1);
        Map<UUID, List<Home>> homes = occupancies
                .homesOf(rows.stream().map(Resident::id).toList())
                .stream()
                .filter(home -> sight.covers(home.communityId()))
                .collect(groupingBy(home -> home.occupancy().residentId()));
        return paging.page(
                        page,
                        rows,
                        resident -> List.of(resident.id()),
                        () -> residents.count(filter.conditions(sight, by.company())))
                .map(resident -> view.apply(resident, homes.getOrDefault(resident.id(), List.of())));
    }

    @Transactional
    public boolean isVisible(Caller by, UUID id) {
        Sight sight = Sight.of(by);
        return residents.findByIdOptional(id).isPresent()
                && (sight.everywhere() || !visibleHomes(sight, id).isEmpty());
    }

    private List<Home> visibleHomes(Sight sight, UUID resident) {
        return occupancies.homesOf(List.of(resident)).stream()
                .filter(home -> sight.covers(home.communityId()))
                .toList();
    }

    private static OccupancyDetails details(Home home) {
        return new OccupancyDetails(
                home.occupancy().unitId(),
                home.occupancy().relation(),
                home.occupancy().from(),
                home.occupancy().to());
    }
}
