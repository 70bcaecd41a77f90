package org.bihuan.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asking, as far as the kernel needs to know. */
public interface Requester {
    /** Null when nobody has signed in. */
    @Nullable
    UUID accountId();

    /** The language they chose for themselves, as a BCP 47 tag; null when nobody has signed in. */
    @Nullable
    String language();
}
