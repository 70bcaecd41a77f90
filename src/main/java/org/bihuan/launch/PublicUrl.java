package org.bihuan.launch;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Links in messages lead to {@code bihuan.public-url}; what comes along leads to this very machine. */
final class PublicUrl {
    static final String NAME = "bihuan.public-url";

    /** Of the settings packed with the application; whatever anybody sets from outside comes before it (MicroProfile Config). */
    private static final int PACKED = 250;

    private PublicUrl() {}

    /** What to tell whoever runs this on a database of their own, and so for others than themselves. */
    static Optional<String> warning(Config config) {
        var set = config.getConfigValue(NAME);
        return set.getValue() != null && set.getSourceOrdinal() > PACKED
                ? Optional.empty()
                : Optional.of(NAME + " is not set: the links in messages to owners and contractors will lead to "
                        + set.getValue() + ", where only this machine finds them. "
                        + "Set it (BIHUAN_PUBLIC_URL) to the address at which this installation is reached.");
    }
}
