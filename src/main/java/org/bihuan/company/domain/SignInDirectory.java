package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.FieldError;
import org.hibernate.Session;

/** Which company a username belongs to: usernames are unique in the installation, and asked before any company is known. */
@ApplicationScoped
class SignInDirectory {
    private final Session database;

    SignInDirectory(Session database) {
        this.database = database;
    }

    record Entry(CompanyId company, AccountId account) {}

    Optional<Entry> find(String username) {
        List<Tuple> rows = database.createNativeQuery(
                        "select company_id, account_id from sign_in_name where username_key = ?1", Tuple.class)
                .setParameter(1, Usernames.key(username))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Entry(
                        new CompanyId(row.get("company_id", UUID.class)),
                        new AccountId(row.get("account_id", UUID.class))));
    }

    /** What is wrong when somebody has the name already, also in another letter case; the transaction must not go on then. */
    List<FieldError> take(String pointer, String username, CompanyId company, AccountId account) {
        int added = database.createNativeMutationQuery("""
                        insert into sign_in_name (username_key, company_id, account_id) values (?1, ?2, ?3)
                        on conflict do nothing
                        """)
                .setParameter(1, Usernames.key(username))
                .setParameter(2, company.value())
                .setParameter(3, account.value())
                .executeUpdate();
        return added == 0 ? List.of(new FieldError(pointer, "USERNAME_TAKEN")) : List.of();
    }
}
