package org.bihuan.workorder;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.AccountId;

/**
 * A clock has used up so much of its time, and it is said so, once. Observed in the same transaction.
 *
 * @param announcement the id of this announcement; unique for order, round, clock, due time and step
 * @param percent of the allowed time: 80 warns, 100 is the breach, 150 and more escalate
 * @param audience who has to hear it; never empty as long as the company has anybody who can sign in
 */
public record ClockAnnounced(
        UUID announcement,
        WorkOrderFacts order,
        ClockName clock,
        int percent,
        Instant dueAt,
        Set<AccountId> audience) {}
