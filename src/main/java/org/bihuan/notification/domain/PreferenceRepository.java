package org.bihuan.notification.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PreferenceRepository implements PanacheRepositoryBase<NotificationPreference, UUID> {
    /** Of those who have chosen anything. */
    Map<UUID, Preferences> of(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : list("accountId in ?1", accounts).stream()
                        .collect(Collectors.toMap(
                                NotificationPreference::accountId, NotificationPreference::preferences));
    }
}
