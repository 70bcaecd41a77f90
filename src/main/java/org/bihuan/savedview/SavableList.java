package org.bihuan.savedview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.company.Role;

/** What a list whose filters can be kept says of itself; the module of each list answers for it. */
public interface SavableList {
    SavedList list();

    /** Where it is read, below the API's base. */
    String path();

    /** Who may read it. */
    Set<Role> readers();

    /** The bean of its parameters. */
    Class<?> query();

    /** Refuses what the list itself would refuse. @throws org.bihuan.shared.InvalidInput with pointers {@code ?name} */
    void check(Map<String, List<String>> parameters);
}
