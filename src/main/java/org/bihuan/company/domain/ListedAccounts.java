package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.EstateDirectory;
import org.jspecify.annotations.Nullable;

/** The accounts of a list: staff by the communities they work in, owners by those they live or have lived in. */
@ApplicationScoped
class ListedAccounts {
    /** So many are asked about at once, because where owners live is known to another module. */
    private static final int BATCH = 500;

    private final AccountRepository accounts;
    private final EstateDirectory estate;

    ListedAccounts(AccountRepository accounts, EstateDirectory estate) {
        this.accounts = accounts;
        this.estate = estate;
    }

    /** In order of creation. */
    List<Account> page(AccountFilter filter, @Nullable UUID after, int rows) {
        if (filter.isOfEverywhere()) {
            return accounts.page(filter, after, rows);
        }
        List<Account> page = new ArrayList<>();
        UUID last = after;
        List<Account> batch;
        do {
            batch = accounts.page(filter, last, BATCH);
            page.addAll(atHome(filter, batch));
            last = batch.isEmpty() ? last : batch.getLast().accountId().value();
        } while (batch.size() == BATCH && page.size() < rows);
        return page.subList(0, Math.min(rows, page.size()));
    }

    long count(AccountFilter filter) {
        return filter.isOfEverywhere()
                ? accounts.count(filter)
                : page(filter, null, Integer.MAX_VALUE).size();
    }

    private List<Account> atHome(AccountFilter filter, List<Account> batch) {
        Set<UUID> owners = new HashSet<>();
        batch.stream().map(Account::residentId).filter(Objects::nonNull).forEach(owners::add);
        if (filter.communityId() != null) {
            owners = estate.residentsIn(Set.of(filter.communityId()), owners);
        }
        if (filter.visibleCommunities() != null) {
            owners = estate.residentsIn(filter.visibleCommunities(), owners);
        }
        Set<UUID> shown = owners;
        return batch.stream()
                .filter(account -> account.residentId() == null || shown.contains(account.residentId()))
                .toList();
    }
}
