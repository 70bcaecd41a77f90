package org.bihuan.company.domain;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.util.ModularCrypt;

/** Stores and compares passwords with bcrypt. */
@ApplicationScoped
class Passwords {
    private final int cost;

    /** Compared with when there is no such account, so that this takes as long as a wrong password. */
    private final String nobodysHash;

    Passwords(@ConfigProperty(name = "bihuan.security.bcrypt-cost") int cost) {
        this.cost = cost;
        this.nobodysHash = hash("nobody's password");
    }

    String hash(String password) {
        return BcryptUtil.bcryptHash(digest(password), cost);
    }

    boolean matches(String password, String hash) {
        try {
            PasswordFactory factory =
                    PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, new WildFlyElytronPasswordProvider());
            return factory.verify(
                    factory.translate(ModularCrypt.decode(hash)),
                    digest(password).toCharArray());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void compareWithNobodys(String password) {
        boolean unused = matches(password, nobodysHash);
    }

    /** bcrypt reads 72 bytes at most and a passphrase of 128 Chinese characters has 384, so it gets a digest of all of it. */
    private static String digest(String password) {
        // The same characters typed on another keyboard may be other code points (NIST SP 800-63B, 3.1.1.2).
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(normal.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
