package org.bihuan.frontdesk.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which interactions a list shows; null asks for nothing.
 *
 * @param phone as people type it
 * @param from included
 * @param to excluded
 */
public record InteractionFilter(
        @Nullable UUID communityId,
        @Nullable String phone,
        @Nullable Instant from,
        @Nullable Instant to) {}
