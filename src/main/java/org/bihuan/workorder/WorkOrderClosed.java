package org.bihuan.workorder;

import java.time.Instant;

/** A matter is settled. */
public record WorkOrderClosed(WorkOrderFacts order, ClosingReason reason, Actor by, Instant at) {}
