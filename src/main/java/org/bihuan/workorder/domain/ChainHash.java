package org.bihuan.workorder.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How what follows is bound to what went before: SHA-256 over the hash before it and its own canonical text. */
final class ChainHash {
    /** Of the forms of text that are hashed; another one would get another number. */
    static final int FORM = 1;

    /** What the first of a chain follows. */
    static final byte[] START = {};

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest;

    private ChainHash(byte[] previous) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        digest.update(previous);
    }

    static ChainHash after(byte[] previous) {
        return new ChainHash(previous);
    }

    /**
     * Begins the hash of a seal.
     *
     * @param previous the hash of the seal before it
     */
    static ChainHash ofSeal(byte[] previous, UUID company, int no, Instant sealedAt, int orders) {
        return after(previous)
                .with(new CanonicalText()
                        .add(FORM)
                        .add(company)
                        .add(no)
                        .add(micros(sealedAt))
                        .add(orders));
    }

    ChainHash with(CanonicalText text) {
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ChainHash with(SealedHead head) {
        return with(new CanonicalText().add(head.order()).add(head.seq()).add(hex(head.hash())));
    }

    /** It can be asked only once. */
    byte[] value() {
        return digest.digest();
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static String hex(byte @Nullable [] hash) {
        return hash == null ? "" : HEX.formatHex(hash);
    }
}
