package org.bihuan.shared;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys for what this installation signs and seals. They come from a random key in the database, shared by all instances,
 * and from {@code bihuan.secret} where it is set: then a copy of the database alone opens nothing.
 */
@ApplicationScoped
public class InstallationSecret {
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgroalDataSource database;
    private final String pepper;
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    InstallationSecret(
            AgroalDataSource database, @ConfigProperty(name = "bihuan.secret", defaultValue = " ") String pepper) {
        this.database = database;
        this.pepper = pepper;
    }

    public static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** HMAC-SHA256 of the parts one after the other, under the key of this purpose. */
    public byte[] hmac(String purpose, byte[]... parts) {
        return mac(key(purpose), parts);
    }

    /** The key itself, for those who hand it to a library; 256 bits. */
    public SecretKeySpec key(String purpose) {
        return keys.computeIfAbsent(
                purpose, p -> new SecretKeySpec(mac(new SecretKeySpec(master(), MAC), bytes(pepper), bytes(p)), MAC));
    }

    /** Encrypts and authenticates (AES-256-GCM, a random nonce in front). */
    public byte[] seal(String purpose, byte[] plain) {
        try {
            byte[] nonce = random(NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when it was sealed under another key or changed since */
    public byte[] open(String purpose, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(purpose).getEncoded(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] master() {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into installation_key (purpose, key) values ('master', ?) on conflict do nothing");
                var select = connection.prepareStatement("select key from installation_key where purpose = 'master'")) {
            insert.setBytes(1, random(KEY_BYTES));
            insert.executeUpdate();
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
