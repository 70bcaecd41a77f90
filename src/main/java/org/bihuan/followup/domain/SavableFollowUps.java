package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.company.Role;
import org.bihuan.savedview.SavableList;
import org.bihuan.savedview.SavedList;
import org.bihuan.shared.QueryReader;

/** Lets filters of follow-ups be kept. */
@ApplicationScoped
class SavableFollowUps implements SavableList {
    private final QueryReader reader;

    SavableFollowUps(QueryReader reader) {
        this.reader = reader;
    }

    @Override
    public SavedList list() {
        return SavedList.FOLLOW_UPS;
    }

    @Override
    public String path() {
        return "/follow-ups";
    }

    @Override
    public Set<Role> readers() {
        return Set.of(Role.FRONT_DESK, Role.MANAGER);
    }

    @Override
    public Class<?> query() {
        return FollowUpQuery.class;
    }

    @Override
    public void check(Map<String, List<String>> parameters) {
        FollowUpQuery query = reader.read(FollowUpQuery.class, parameters);
        query.requireUsable();
    }
}
