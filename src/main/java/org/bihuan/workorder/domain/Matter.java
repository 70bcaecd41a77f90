package org.bihuan.workorder.domain;

import java.util.UUID;
import org.bihuan.catalogue.Responsibility;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.TimeWindow;
import org.jspecify.annotations.Nullable;

/** What an order is about, with every name looked up. */
record Matter(
        String description,
        Priority priority,
        @Nullable UUID categoryId,
        Spot spot,
        Contact reporter,
        @Nullable TimeWindow preferredWindow,
        @Nullable Responsibility liability) {}
