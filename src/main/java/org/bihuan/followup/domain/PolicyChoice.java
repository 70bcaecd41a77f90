package org.bihuan.followup.domain;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the policy in force asks for about one completed matter. */
record PolicyChoice(PolicyReason reason, int sharePercent, Duration dueWithin, int maxAttempts) {
    /**
     * By the rule of the matter's group. The rule of its category, if there is one, takes the place of that, but never calls
     * fewer than the group must, and what is critical stays so.
     *
     * @param rules those in force: one for each group, and those of categories
     */
    static PolicyChoice of(CompletedMatter matter, List<PolicyRule> rules) {
        Set<String> leaks = ofGroup(PolicyGroup.CRITICAL, rules).leaks();
        PolicyReason reason = matter.reason(leaks);
        PolicyGroup group = reason.group();
        PolicyRule rule = group == PolicyGroup.CRITICAL
                ? ofGroup(group, rules)
                : rules.stream()
                        .filter(of -> of.group() == PolicyGroup.CATEGORY)
                        .filter(of -> String.valueOf(of.categoryCode()).equals(matter.categoryCode()))
                        .findFirst()
                        .orElseGet(() -> ofGroup(group, rules));
        int share = Math.max(rule.sharePercent(), group.minimumPercent());
        return new PolicyChoice(reason, share, rule.dueWithin(), rule.maxAttempts());
    }

    private static PolicyRule ofGroup(PolicyGroup group, List<PolicyRule> rules) {
        return rules.stream()
                .filter(rule -> rule.group() == group)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("a company has a policy for " + group + " from its founding"));
    }
}
