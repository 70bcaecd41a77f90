package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.CompanyCreated;
import org.bihuan.company.CompanyId;
import org.bihuan.company.Role;
import org.bihuan.shared.Draft;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Language;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** Companies: founding them, and the one the caller belongs to. */
@ApplicationScoped
public class CompanyService {
    private final EntityManager database;
    private final SignInDirectory directory;
    private final Passwords passwords;
    private final PasswordRule passwordRule;
    private final SetUpToken setUpToken;
    private final Paging paging;
    private final Event<CompanyCreated> created;
    private final Clock clock;

    CompanyService(
            EntityManager database,
            SignInDirectory directory,
            Passwords passwords,
            PasswordRule passwordRule,
            SetUpToken setUpToken,
            Paging paging,
            Event<CompanyCreated> created,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.passwords = passwords;
        this.passwordRule = passwordRule;
        this.setUpToken = setUpToken;
        this.paging = paging;
        this.created = created;
        this.clock = clock;
    }

    /** The first administrator of a company. */
    public record Administrator(String username, String displayName, String password) {}

    /** A new company and who administers it. */
    public record Founding(String name, Administrator administrator) {}

    /** The first company, whose administrator also operates the installation. Works once, with the token. */
    @Transactional
    public CompanyId setUp(String token, Draft<Founding> wanted) {
        setUpToken.use(token);
        return found(wanted, new String[] {Role.Names.ADMIN, Role.Names.OPERATOR});
    }

    @Transactional
    public CompanyId create(Draft<Founding> wanted) {
        return found(wanted, new String[] {Role.Names.ADMIN});
    }

    /** With SQL that names the company, because the session belongs to whoever creates it. */
    private CompanyId found(Draft<Founding> wanted, String[] roles) {
        CompanyId company = CompanyId.next();
        AccountId account = AccountId.next();
        requireUsable(wanted, company, account);
        Administrator administrator = wanted.value().administrator();
        database.createNativeQuery(
                        "insert into company (company_id, name, created_at, updated_at) values (?1, ?2, ?3, ?3)")
                .setParameter(1, company.value())
                .setParameter(2, wanted.value().name().strip())
                .setParameter(3, clock.instant())
                .executeUpdate();
        database.createNativeQuery("""
                        insert into account (company_id, id, username, display_name, password_hash, roles, language,
                          created_at, updated_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
                        """)
                .setParameter(1, company.value())
                .setParameter(2, account.value())
                .setParameter(3, administrator.username().strip())
                .setParameter(4, administrator.displayName().strip())
                .setParameter(5, passwords.hash(administrator.password()))
                .setParameter(6, roles)
                .setParameter(7, Language.ZH_CN.tag())
                .setParameter(8, clock.instant())
                .executeUpdate();
        created.fire(new CompanyCreated(company));
        return company;
    }

    /** All is said at once. The company may come after the name, because that is looked at only at the end (deferred). */
    private void requireUsable(Draft<Founding> wanted, CompanyId company, AccountId account) {
        Administrator administrator = wanted.value().administrator();
        List<FieldError> errors = wanted.findings();
        if (wanted.isFine("/admin") && wanted.isFine("/admin/username")) {
            errors.addAll(directory.take("/admin/username", administrator.username(), company, account));
        }
        if (wanted.isFine("/admin")) {
            errors.addAll(passwordRule.errors("/admin/password", administrator.password(), administrator.username()));
        }
        InvalidInput.refuse(errors);
    }

    /** Any company, for operators. @throws NotFound if there is none */
    @Transactional
    public <T> T read(CompanyId id, Function<Company, T> view) {
        return view.apply(load(id.value(), LockModeType.NONE));
    }

    /** All of the installation in order of their founding, for operators. */
    @Transactional
    public <T> Listing<T> list(PageQuery page, Function<Company, T> view) {
        return paging.byId(page, this::after, Company::id, this::count).map(view);
    }

    private List<Company> after(@Nullable UUID last, int most) {
        return database.createQuery(
                        "select c from Company c where :after is null or c.id > :after order by c.id", Company.class)
                .setParameter("after", last)
                .setMaxResults(most)
                .getResultList();
    }

    private long count() {
        return database.createQuery("select count(c) from Company c", Long.class)
                .getSingleResult();
    }

    @Transactional
    public Company current(Caller by) {
        return load(by.company().value(), LockModeType.NONE);
    }

    @Transactional
    public <T> T rename(
            Caller by, @Nullable String ifMatch, Function<String, String> patch, Function<Company, T> view) {
        Company company = load(by.company().value(), LockModeType.PESSIMISTIC_WRITE);
        Versions.requireMatch(ifMatch, company.version());
        company.rename(patch.apply(company.name()).strip(), clock.instant());
        database.flush();
        return view.apply(company);
    }

    private Company load(UUID id, LockModeType lock) {
        Company company = database.find(Company.class, id, lock);
        if (company == null) {
            throw new NotFound();
        }
        return company;
    }
}
