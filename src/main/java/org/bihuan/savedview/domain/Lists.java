package org.bihuan.savedview.domain;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.savedview.SavableList;
import org.bihuan.savedview.SavedList;

/** The lists of the other modules. */
@ApplicationScoped
class Lists {
    private final Map<SavedList, SavableList> lists = new EnumMap<>(SavedList.class);

    Lists(@All List<SavableList> all) {
        all.forEach(list -> lists.put(list.list(), list));
    }

    SavableList get(SavedList list) {
        return Objects.requireNonNull(lists.get(list));
    }

    /** Those whose views somebody may keep: what they read, and for administrators everything that others do. */
    Set<SavedList> of(Caller by) {
        return lists.values().stream()
                .filter(list -> by.is(Role.ADMIN) || by.roles().stream().anyMatch(list.readers()::contains))
                .map(SavableList::list)
                .collect(Collectors.toSet());
    }
}
