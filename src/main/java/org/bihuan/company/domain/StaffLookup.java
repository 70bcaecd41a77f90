package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Staff;

/** Answers what other modules ask. */
@ApplicationScoped
@Transactional
class StaffLookup implements Staff {
    private final AccountRepository accounts;
    private final AbsenceRepository absences;
    private final Clock clock;

    StaffLookup(AccountRepository accounts, AbsenceRepository absences, Clock clock) {
        this.accounts = accounts;
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public List<Colleague> of(UUID community) {
        return colleagues(accounts.enabledStaffOf(community));
    }

    @Override
    public List<Colleague> administrators() {
        return colleagues(accounts.enabledAdministrators());
    }

    @Override
    public Optional<Colleague> colleague(AccountId id) {
        return colleagues(accounts.findByIdOptional(id.value()).filter(account -> !account.isDisabled()).stream()
                        .toList())
                .stream()
                .findFirst();
    }

    private List<Colleague> colleagues(List<Account> found) {
        Set<UUID> away = absences.awayAt(
                found.stream().map(account -> account.accountId().value()).toList(), clock.instant());
        return found.stream()
                .map(account -> new Colleague(
                        account.accountId(),
                        account.displayName(),
                        account.roles(),
                        away.contains(account.accountId().value())))
                .toList();
    }
}
