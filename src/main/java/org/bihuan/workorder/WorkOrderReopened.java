package org.bihuan.workorder;

import java.time.Instant;

/** A matter goes into its next round. */
public record WorkOrderReopened(WorkOrderFacts order, Actor by, Instant at) {}
