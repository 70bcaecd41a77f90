package org.bihuan.company.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.bihuan.shared.InstallationSecret;

/**
 * The secrets in refresh tokens. Each is random, and bears a mark of its session that only we can make: so every earlier one is
 * known for what it is without being kept.
 */
@ApplicationScoped
class RefreshTokens {
    private static final String PURPOSE = "refresh-token";
    private static final int RANDOM_BYTES = 32;
    private static final int MARK_BYTES = 16;

    private final InstallationSecret installation;

    RefreshTokens(InstallationSecret installation) {
        this.installation = installation;
    }

    /** Another secret for this session. */
    String next(UUID session) {
        byte[] random = InstallationSecret.random(RANDOM_BYTES);
        byte[] all = Arrays.copyOf(random, RANDOM_BYTES + MARK_BYTES);
        System.arraycopy(mark(session, random), 0, all, RANDOM_BYTES, MARK_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Whether this secret was given for this session at any time; one that is made up was not. */
    boolean wasGiven(UUID session, String secret) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(secret);
            return all.length == RANDOM_BYTES + MARK_BYTES
                    && MessageDigest.isEqual(
                            mark(session, Arrays.copyOf(all, RANDOM_BYTES)),
                            Arrays.copyOfRange(all, RANDOM_BYTES, all.length));
        } catch (IllegalArgumentException e) {
            return false; // not even Base64
        }
    }

    private byte[] mark(UUID session, byte[] random) {
        byte[] named = session.toString().getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(installation.hmac(PURPOSE, named, random), MARK_BYTES);
    }

    /** What is kept of a secret. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
