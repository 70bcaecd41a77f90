package org.bihuan.shared;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags: {@code "v" + version}, always strong (RFC 9110, 8.8.3). */
public final class Versions {
    private Versions() {}

    public static String etag(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * Requires that the caller means the present version.
     *
     * @throws PreconditionMissing without {@code If-Match}, or with {@code *}, which names no version
     * @throws Stale when none of the tags is the present one
     */
    public static void requireMatch(@Nullable String ifMatch, long presentVersion) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new PreconditionMissing();
        }
        if (!names(ifMatch, presentVersion)) {
            throw new Stale(presentVersion);
        }
    }

    /** Whether {@code If-None-Match} says that the caller has the present version; the weak comparison, as RFC 9110 asks. */
    public static boolean alreadyKnown(@Nullable String ifNoneMatch, long presentVersion) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*") || names(ifNoneMatch.replace("W/", ""), presentVersion));
    }

    private static boolean names(String tags, long version) {
        return Arrays.stream(tags.split(",")).map(String::strip).anyMatch(etag(version)::equals);
    }
}
