package org.bihuan.workorder.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.domain.ClockPlan.Allowance;
import org.jspecify.annotations.Nullable;

/** How long a company allows for one step of some of its matters. */
@Entity
public class ClockPolicy extends Revisable {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private @Nullable Kind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable Priority priority;

    private @Nullable UUID categoryId;
    private @Nullable String categoryCode;

    @Enumerated(EnumType.STRING)
    private ClockName clock;

    private long allowedSeconds;
    private boolean aroundTheClock;
    private @Nullable String source;
    private @Nullable Instant retiredAt;

    protected ClockPolicy() {}

    ClockPolicy(ClockScope scope, @Nullable UUID categoryId, ClockPolicyDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        this.kind = scope.kind();
        this.priority = scope.priority();
        this.categoryId = categoryId;
        this.categoryCode = scope.categoryCode();
        this.clock = scope.clock();
        change(details, now);
    }

    final void change(ClockPolicyDetails details, Instant now) {
        allowedSeconds =
                AllowanceText.parse(details.allowed(), details.aroundTheClock()).toSeconds();
        aroundTheClock = details.aroundTheClock();
        source = details.source();
        if (details.retired() != isRetired()) {
            retiredAt = details.retired() ? now : null;
        }
        changed(now);
    }

    public ClockPolicyDetails details() {
        Allowance allowance = new Allowance(Duration.ofSeconds(allowedSeconds), aroundTheClock);
        return new ClockPolicyDetails(AllowanceText.of(allowance), aroundTheClock, source, isRetired());
    }

    /** Whether a wider rule would take its place; what has none stays in force. */
    boolean hasFallback() {
        return categoryId != null || (kind != null && clock != ClockName.FIRST_ANSWER);
    }

    private boolean isRetired() {
        return retiredAt != null;
    }

    public UUID id() {
        return id;
    }

    public ClockScope scope() {
        return new ClockScope(categoryCode, kind, priority, clock);
    }
}
