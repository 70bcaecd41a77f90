package org.bihuan.workorder.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Time that does not count towards a deadline; still going on while {@code to} is null. */
record Pause(Instant from, @Nullable Instant to) {}
