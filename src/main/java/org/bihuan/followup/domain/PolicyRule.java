package org.bihuan.followup.domain;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about its matters.
 *
 * @param categoryCode for the rule of one category, else null
 * @param leaks the codes of the categories that count as leaks; empty but for what is critical
 * @param sharePercent how many of a hundred are called
 * @param dueWithin from the completion of the work
 * @param maxAttempts after how many attempts that reached nobody it ends
 */
record PolicyRule(
        PolicyGroup group,
        @Nullable String categoryCode,
        Set<String> leaks,
        int sharePercent,
        Duration dueWithin,
        int maxAttempts) {}
