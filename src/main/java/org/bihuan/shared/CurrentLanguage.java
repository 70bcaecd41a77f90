package org.bihuan.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The language of the present answer: what the client asks for, else what the account has chosen. */
@ApplicationScoped
public class CurrentLanguage {
    private final HttpHeaders headers;
    private final Requester requester;

    CurrentLanguage(HttpHeaders headers, Requester requester) {
        this.headers = headers;
        this.requester = requester;
    }

    public Language get() {
        String asked = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        @Nullable String chosen = requester.language();
        return Language.best(asked == null || asked.isBlank() || asked.equals("*") ? chosen : asked);
    }

    /** As a BCP 47 tag. */
    public String tag() {
        return get().tag();
    }
}
