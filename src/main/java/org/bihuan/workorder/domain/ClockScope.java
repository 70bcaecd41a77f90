package org.bihuan.workorder.domain;

import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.jspecify.annotations.Nullable;

/** Which clock of which matters a policy is about: those of a priority, of a kind and a priority, or of a category. */
public record ClockScope(
        @Nullable String categoryCode,
        @Nullable Kind kind,
        @Nullable Priority priority,
        ClockName clock) {}
