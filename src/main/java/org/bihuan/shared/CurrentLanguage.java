package org.bihuan.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The language of the present answer: what the client asks for, else what the account has chosen. */
@ApplicationScoped
public class CurrentLanguage {
    /** Under this name a request carries the language of whoever sends it, from the moment they are known. */
    public static final String CHOSEN = "org.bihuan.language";

    private final HttpHeaders headers;
    private final Requester requester;

    CurrentLanguage(HttpHeaders headers, Requester requester) {
        this.headers = headers;
        this.requester = requester;
    }

    public Language get() {
        String asked = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        @Nullable String chosen = requester.language();
        return of(asked, chosen);
    }

    /** The language asked for in {@code Accept-Language}, else the one chosen, else Chinese. */
    public static Language of(@Nullable String asked, @Nullable String chosen) {
        return Language.best(asked == null || asked.isBlank() || asked.equals("*") ? chosen : asked);
    }

    /** As a BCP 47 tag. */
    public String tag() {
        return get().tag();
    }
}
