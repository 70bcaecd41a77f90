package org.bihuan.company.web;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A bearer token as it came. */
final class OwnToken extends BaseAuthenticationRequest {
    private static final String OUR_ALGORITHM = "\"HS256\"";

    private final String text;

    OwnToken(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** By the header alone, which decides nothing but who checks it: providers sign with key pairs, we do not. */
    boolean isOurs() {
        try {
            String header = new String(Base64.getUrlDecoder().decode(text.split("\\.", 2)[0]), StandardCharsets.UTF_8);
            return header.contains(OUR_ALGORITHM);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
