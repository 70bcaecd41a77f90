package org.bihuan.company.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Usernames are one and the same in any letter case and width, as an input method for Chinese types them. */
final class Usernames {
    private Usernames() {}

    /** Equal for names that are the same. */
    static String key(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
