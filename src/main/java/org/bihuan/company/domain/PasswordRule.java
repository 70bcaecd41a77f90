package org.bihuan.company.domain;

import com.nulabinc.zxcvbn.StandardDictionaries;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;

/**
 * Which passwords are accepted: long ones, of any script, without rules of composition, and none that everybody tries first
 * (NIST SP 800-63B, 3.1.1.2).
 */
@ApplicationScoped
class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** 30,000 passwords by frequency; the 3,000 commonest are the least we refuse, the rest are no better. */
    private final Set<String> common;

    PasswordRule() throws IOException {
        common = StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary().keySet().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws InvalidInput naming the field at the pointer */
    void check(String pointer, String password, String username) {
        InvalidInput.refuse(errors(pointer, password, username));
    }

    /** What is wrong with it; empty for one that will do. */
    List<FieldError> errors(String pointer, String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return List.of(new FieldError(pointer, "PASSWORD_LENGTH", SHORTEST, LONGEST));
        }
        String folded = Usernames.key(password);
        boolean everybodysFirstTry = common.contains(folded)
                || (folded.contains(Usernames.key(username)) && length < 2 * SHORTEST)
                || repeats(folded);
        return everybodysFirstTry ? List.of(new FieldError(pointer, "PASSWORD_TOO_COMMON")) : List.of();
    }

    /** A common password or a few characters, typed again and again until it is long enough. */
    private boolean repeats(String password) {
        for (int unit : List.of(1, 2, 3, 4, 6, 7, 8, 9, 10, 11)) {
            String first = password.substring(0, Math.min(unit, password.length()));
            boolean repeated = password.equals(
                    first.repeat((password.length() / first.length()) + 1).substring(0, password.length()));
            if (repeated && (unit <= 4 || common.contains(first))) {
                return true;
            }
        }
        return false;
    }
}
