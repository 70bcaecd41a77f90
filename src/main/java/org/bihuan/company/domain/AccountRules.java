package org.bihuan.company.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Forbidden;
import org.jspecify.annotations.Nullable;

/** Who may be given which role, and which roles go together. */
final class AccountRules {
    private AccountRules() {}

    /**
     * Administrators give every role of a company, the desk makes owners' accounts only, and only operators touch the accounts of operators.
     *
     * @throws Forbidden if not
     */
    static void requireMayGrant(Caller by, Set<Role> before, Set<Role> after) {
        Set<Role> touched = EnumSet.noneOf(Role.class);
        touched.addAll(before);
        touched.addAll(after);
        boolean ownersOnly = touched.equals(Set.of(Role.OWNER));
        if (!by.is(Role.ADMIN) && !ownersOnly) {
            throw new Forbidden("ONLY_OWNERS_ACCOUNTS");
        }
        // Also their password and their being disabled: who can set those is the operator, or can be rid of them.
        if (touched.contains(Role.OPERATOR) && !by.is(Role.OPERATOR)) {
            throw new Forbidden("ONLY_OPERATORS_MAKE_OPERATORS");
        }
    }

    /** An owner's account is bound to a resident and has no power of the staff; what is wrong otherwise. */
    static List<FieldError> ownersNotApart(Set<Role> roles, @Nullable UUID residentId) {
        boolean owner = roles.contains(Role.OWNER);
        List<FieldError> errors = new ArrayList<>();
        if (owner && roles.size() > 1) {
            errors.add(new FieldError("/roles", "OWNERS_ARE_NOT_STAFF"));
        }
        if (owner && residentId == null) {
            errors.add(new FieldError("/residentId", "REQUIRED"));
        }
        if (!owner && residentId != null) {
            errors.add(new FieldError("/residentId", "ONLY_FOR_OWNERS"));
        }
        return errors;
    }
}
