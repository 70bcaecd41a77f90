package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bihuan.company.CompanyCreated;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.Ids;
import org.hibernate.Session;

/** Gives a new company the policies it starts with (domain.md, The follow-up). */
@ApplicationScoped
class FirstPolicies {
    private static final int ATTEMPTS = 3;
    private static final String[] LEAKS = {"PIPE_BURST", "PLUMBING_LEAK", "WALL_SEEPAGE", "ROOF_LEAK", "BATH_SEEPAGE"};

    private static final List<Start> STARTS = List.of(
            new Start(PolicyGroup.COMPLAINT, 100, Duration.ofDays(3), "投诉全部回访 · Every complaint is followed up"),
            new Start(
                    PolicyGroup.CRITICAL,
                    100,
                    Duration.ofHours(24),
                    "隐患、紧急、漏水、有偿、转介和重开的全部回访 · Hazards, emergencies, leaks, paid work, and what was referred or"
                            + " reopened"),
            new Start(PolicyGroup.REPAIR, 100, Duration.ofHours(48), "其他报修，不得低于30% · Other repairs, never below 30 %"),
            new Start(PolicyGroup.OTHER, 0, Duration.ofHours(48), "咨询、建议和来访不回访 · Inquiries, suggestions and visits"));

    private final Session database;
    private final Clock clock;

    FirstPolicies(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Start(PolicyGroup group, int sharePercent, Duration dueWithin, String reason) {}

    void fill(@Observes CompanyCreated created) {
        STARTS.forEach(start -> insert(created.company(), start));
    }

    private void insert(CompanyId company, Start start) {
        database.createNativeMutationQuery("""
                        insert into follow_up_policy (company_id, id, policy_group, minimum_percent, share_percent,
                          due_within_seconds, max_attempts, leak_category_codes, reason, created_at, updated_at)
                        values (:company, :id, :group, :minimum, :share, :due, :attempts, :leaks, :reason, :now, :now)
                        """)
                .setParameter("company", company.value())
                .setParameter("id", Ids.next())
                .setParameter("group", start.group().name())
                .setParameter("minimum", start.group().minimumPercent())
                .setParameter("share", start.sharePercent())
                .setParameter("due", start.dueWithin().toSeconds())
                .setParameter("attempts", ATTEMPTS)
                .setParameter("leaks", start.group() == PolicyGroup.CRITICAL ? LEAKS : null, String[].class)
                .setParameter("reason", start.reason())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
