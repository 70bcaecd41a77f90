package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/**
 * When staff are away. Everybody enters their own; whoever sees an account may do it for them, because who is ill rings the
 * desk.
 */
@ApplicationScoped
public class AbsenceService {
    private final AccountService accounts;
    private final AbsenceRepository absences;
    private final Paging paging;
    private final Clock clock;

    AbsenceService(AccountService accounts, AbsenceRepository absences, Paging paging, Clock clock) {
        this.accounts = accounts;
        this.absences = absences;
        this.paging = paging;
        this.clock = clock;
    }

    /** Whose absence, and which. */
    public record Target(
            AccountId account, UUID id, @Nullable String ifMatch) {}

    @Transactional
    public <T> T create(Caller by, AccountId account, AbsenceDetails details, Function<Absence, T> view) {
        requireStaff(by, account);
        Absence absence = new Absence(account, details, clock.instant());
        absences.persistAndFlush(absence);
        return view.apply(absence);
    }

    @Transactional
    public <T> T change(Caller by, Target target, UnaryOperator<AbsenceDetails> patch, Function<Absence, T> view) {
        Absence absence = loadForChange(by, target);
        absence.change(patch.apply(absence.details()), clock.instant());
        absences.flush();
        return view.apply(absence);
    }

    @Transactional
    public void delete(Caller by, Target target) {
        absences.delete(loadForChange(by, target));
    }

    private Absence loadForChange(Caller by, Target target) {
        requireStaff(by, target.account());
        Absence absence = absences.loadForChange(target.account(), target.id());
        Versions.requireMatch(target.ifMatch(), absence.version());
        return absence;
    }

    @Transactional
    public <T> T read(Caller by, AccountId account, UUID id, Function<Absence, T> view) {
        requireStaff(by, account);
        return view.apply(absences.load(account, id));
    }

    @Transactional
    public <T> Listing<T> list(Caller by, AccountId account, PageQuery page, Function<Absence, T> view) {
        requireStaff(by, account);
        List<Absence> rows = absences.page(account, paging.after(page), page.size() + 1);
        return paging.page(
                        page,
                        rows,
                        absence -> List.of(absence.startsAt(), absence.id()),
                        () -> absences.count("accountId", account.value()))
                .map(view);
    }

    /** Owners come and go as they like. */
    private void requireStaff(Caller by, AccountId account) {
        boolean staff = accounts.read(by, account, found -> found.residentId() == null);
        if (!staff) {
            throw new NotFound();
        }
    }
}
