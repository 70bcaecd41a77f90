package org.bihuan.workorder.domain;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A seal in one line that can be written down, printed or mailed, and compared in years: company, number and hash.
 *
 * @param hash in hexadecimal
 */
public record SealName(UUID company, int no, String hash) {
    private static final int PARTS = 3;
    private static final int HASH_DIGITS = 64;

    /** Empty when it is no such line. */
    public static Optional<SealName> parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length != PARTS || parts[2].length() != HASH_DIGITS) {
            return Optional.empty();
        }
        try {
            HexFormat.of().parseHex(parts[2]);
            return Optional.of(new SealName(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), parts[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return company + "/" + no + "/" + hash;
    }
}
