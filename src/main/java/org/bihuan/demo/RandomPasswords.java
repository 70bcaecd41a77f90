package org.bihuan.demo;

import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Passwords nobody can guess but somebody can type: 24 letters and digits that are not mistaken for each other,
 * 139 bits.
 */
final class RandomPasswords implements Supplier<String> {
    static final int LENGTH = 24;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
