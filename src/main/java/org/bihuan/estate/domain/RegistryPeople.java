package org.bihuan.estate.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.estate.Relation;
import org.bihuan.estate.domain.Kept.Fate;
import org.bihuan.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The residents whom a registry may speak of, as they are and as it makes them.
 *
 * <p>Somebody is the same person by phone and name, anywhere in the company: one number can belong to a whole family. Who
 * is not found so is the same by name and unit, when the registry names nobody else there by that name; so a new number
 * does not make a new person.
 */
final class RegistryPeople {
    private final Map<UUID, Kept<Person>> people = new LinkedHashMap<>();
    private final Map<Identity, Kept<Person>> byIdentity = new HashMap<>();
    private final Map<UUID, List<Kept<Tie>>> byUnit = new HashMap<>();
    private final Set<UUID> named = new HashSet<>();

    /** @param phone in E.164 */
    record Person(UUID id, String name, @Nullable String phone) {}

    /** An occupancy. */
    record Tie(
            UUID id,
            UUID residentId,
            UUID unitId,
            Relation relation,
            LocalDate fromDay,
            @Nullable LocalDate toDay) {
        boolean isOf(UUID resident, Relation asked) {
            return residentId.equals(resident) && relation == asked;
        }
    }

    private record Identity(String name, String phone) {}

    /** In order of their ids, so that of two who look the same the first is taken. */
    void know(Person person) {
        remember(Kept.known(person));
    }

    void know(Tie tie) {
        at(tie.unitId).add(Kept.known(tie));
    }

    /** Before any line is taken: who is named with a phone that is known is nobody else. */
    void expect(List<RegistryRow> rows) {
        for (RegistryRow row : rows) {
            Kept<Person> known = row.person() == null ? null : exactly(row.person());
            if (known != null) {
                named.add(known.value().id);
            }
        }
    }

    /** What a line makes of somebody in a unit. */
    Fate take(UUID unit, RegistryRow.Person wanted) {
        Kept<Person> known = exactly(wanted);
        if (known == null) {
            known = wanted.phone() == null ? likeliest(unit, wanted) : withOtherPhone(unit, wanted.name());
        }
        if (known == null) {
            Kept<Person> created = Kept.created(new Person(Ids.next(), wanted.name(), wanted.phone()));
            take(created, wanted);
            return tie(created.value().id, unit, wanted).or(Fate.CREATED);
        }
        return take(known, wanted).or(tie(known.value().id, unit, wanted));
    }

    private Fate take(Kept<Person> person, RegistryRow.Person wanted) {
        Person before = person.value();
        String phone = wanted.phone() == null ? before.phone : wanted.phone();
        Fate fate = person.become(new Person(before.id, before.name, phone));
        remember(person);
        if (wanted.phone() != null) {
            named.add(before.id);
        }
        return fate;
    }

    private void remember(Kept<Person> person) {
        Person value = person.value();
        people.put(value.id, person);
        if (value.phone != null) {
            byIdentity.putIfAbsent(new Identity(value.name, value.phone), person);
        }
    }

    private @Nullable Kept<Person> exactly(RegistryRow.Person wanted) {
        String phone = wanted.phone();
        return phone == null ? null : byIdentity.get(new Identity(wanted.name(), phone));
    }

    /** The only one of that name in the unit whom the registry does not name with another phone. */
    private @Nullable Kept<Person> withOtherPhone(UUID unit, String name) {
        List<Kept<Person>> candidates = of(unit, name).stream()
                .filter(person -> !named.contains(person.value().id))
                .toList();
        return candidates.size() == 1 ? candidates.getFirst() : null;
    }

    /** Without a phone: of that name in the unit, rather somebody with the same relation. */
    private @Nullable Kept<Person> likeliest(UUID unit, RegistryRow.Person wanted) {
        return of(unit, wanted.name()).stream()
                .max(Comparator.comparing((Kept<Person> person) -> hasTie(unit, person.value().id, wanted.relation()))
                        .thenComparing(person -> person.value().id, Comparator.reverseOrder()))
                .orElse(null);
    }

    private boolean hasTie(UUID unit, UUID resident, Relation relation) {
        return at(unit).stream().anyMatch(tie -> tie.value().isOf(resident, relation));
    }

    private List<Kept<Person>> of(UUID unit, String name) {
        return at(unit).stream()
                .map(tie -> tie.value().residentId)
                .distinct()
                .map(people::get)
                .filter(person -> person != null && person.value().name.equals(name))
                .toList();
    }

    /**
     * The occupancy that lasts is the one meant. One that has ended stays ended, unless the registry says that it began
     * anew after that.
     */
    private Fate tie(UUID resident, UUID unit, RegistryRow.Person wanted) {
        List<Kept<Tie>> ties = at(unit).stream()
                .filter(tie -> tie.value().isOf(resident, wanted.relation()))
                .toList();
        boolean endedSince =
                ties.stream().map(tie -> tie.value().toDay).anyMatch(to -> to != null && !to.isBefore(wanted.from()));
        if (endedSince) {
            return Fate.UNCHANGED;
        }
        for (Kept<Tie> tie : ties) {
            if (tie.value().toDay == null) {
                return tie.become(since(tie.value(), wanted.from()));
            }
        }
        at(unit).add(Kept.created(new Tie(Ids.next(), resident, unit, wanted.relation(), wanted.from(), null)));
        return Fate.CREATED;
    }

    private static Tie since(Tie tie, LocalDate from) {
        return new Tie(tie.id, tie.residentId, tie.unitId, tie.relation, from, null);
    }

    private List<Kept<Tie>> at(UUID unit) {
        return byUnit.computeIfAbsent(unit, any -> new ArrayList<>());
    }

    Collection<Kept<Person>> people() {
        return people.values();
    }

    List<Kept<Tie>> ties() {
        return byUnit.values().stream().flatMap(List::stream).toList();
    }
}
