package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.company.Role;
import org.bihuan.savedview.SavableList;
import org.bihuan.savedview.SavedList;
import org.bihuan.shared.QueryReader;

/** Lets filters of work orders be kept. */
@ApplicationScoped
class SavableWorkOrders implements SavableList {
    private final QueryReader reader;

    SavableWorkOrders(QueryReader reader) {
        this.reader = reader;
    }

    @Override
    public SavedList list() {
        return SavedList.WORK_ORDERS;
    }

    @Override
    public String path() {
        return "/work-orders";
    }

    @Override
    public Set<Role> readers() {
        return Set.of(Role.FRONT_DESK, Role.MANAGER, Role.TECHNICIAN);
    }

    @Override
    public Class<?> query() {
        return WorkOrderQuery.class;
    }

    @Override
    public void check(Map<String, List<String>> parameters) {
        WorkOrderQuery query = reader.read(WorkOrderQuery.class, parameters);
        query.requireUsable();
    }
}
