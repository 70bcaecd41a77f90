package org.bihuan.workorder.domain;

import java.util.UUID;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A move that was made, for the timeline.
 *
 * @param previousAssignee whose order it was before
 */
record Step(
        Verb verb,
        Actor by,
        @Nullable UUID onBehalfOf,
        @Nullable UUID previousAssignee,
        Status from,
        Status to,
        int round) {}
