package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.company.Role;
import org.bihuan.savedview.SavableList;
import org.bihuan.savedview.SavedList;
import org.bihuan.shared.QueryReader;

/** Lets filters of calls, visits and messages be kept. */
@ApplicationScoped
class SavableInteractions implements SavableList {
    private final QueryReader reader;

    SavableInteractions(QueryReader reader) {
        this.reader = reader;
    }

    @Override
    public SavedList list() {
        return SavedList.INTERACTIONS;
    }

    @Override
    public String path() {
        return "/interactions";
    }

    @Override
    public Set<Role> readers() {
        return Set.of(Role.FRONT_DESK, Role.MANAGER);
    }

    @Override
    public Class<?> query() {
        return InteractionQuery.class;
    }

    @Override
    public void check(Map<String, List<String>> parameters) {
        InteractionQuery query = reader.read(InteractionQuery.class, parameters);
        query.requireUsable();
    }
}
