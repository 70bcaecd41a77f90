package org.bihuan.estate.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.estate.domain.Kept.Fate;
import org.bihuan.shared.ImportOutcome;
import org.bihuan.shared.InvalidInput;

/** Takes over the registry of a community: buildings, units and residents, all of it or nothing. */
@ApplicationScoped
public class RegistryImport {
    private final CommunityRepository communities;
    private final RegistryLock lock;
    private final RegistryStore store;
    private final RegistryWriter writer;

    RegistryImport(CommunityRepository communities, RegistryLock lock, RegistryStore store, RegistryWriter writer) {
        this.communities = communities;
        this.lock = lock;
        this.store = store;
        this.writer = writer;
    }

    /**
     * Imports, or only finds out what importing would do.
     *
     * @throws InvalidInput when it is not a CSV file that can be read at all
     */
    @Transactional
    public ImportOutcome take(Caller by, UUID community, byte[] csv, boolean validateOnly) {
        requireKnown(by, community);
        if (validateOnly) {
            lock.toLook(by.company(), community);
        } else {
            lock.toImport(by.company(), community);
        }
        RegistryFile file = RegistryFile.read(csv);
        if (!file.rejected().isEmpty()) {
            return ImportOutcome.refused(file.rejected());
        }
        RegistryPlaces places = store.places(by.company(), community);
        RegistryPeople people = store.people(by.company(), community, file.rows(), !validateOnly);
        ImportOutcome outcome = plan(file.rows(), places, people);
        if (!validateOnly) {
            writer.write(by.company(), community, places, people);
        }
        return outcome;
    }

    private void requireKnown(Caller by, UUID community) {
        boolean known = communities
                .findByIdOptional(community)
                .filter(found -> Sight.of(by).covers(found.id()))
                .isPresent();
        if (!known) {
            throw InvalidInput.invalid("?communityId", "UNKNOWN_COMMUNITY");
        }
    }

    static ImportOutcome plan(List<RegistryRow> rows, RegistryPlaces places, RegistryPeople people) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        people.expect(rows);
        for (RegistryRow row : rows) {
            Fate place = places.take(row.place());
            Fate fate = row.person() == null
                    ? place
                    : place.or(people.take(places.idOf(row.place().code()), row.person()));
            counts.merge(fate, 1, Integer::sum);
        }
        return new ImportOutcome(
                counts.getOrDefault(Fate.CREATED, 0),
                counts.getOrDefault(Fate.UPDATED, 0),
                counts.getOrDefault(Fate.UNCHANGED, 0),
                List.of());
    }
}
