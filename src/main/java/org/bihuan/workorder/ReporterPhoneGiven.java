package org.bihuan.workorder;

import java.time.Instant;

/** Somebody has given the reporter's number anew, the same or another: it is right as far as anybody knows. */
public record ReporterPhoneGiven(WorkOrderFacts order, Instant at) {}
