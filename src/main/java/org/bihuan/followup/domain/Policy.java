package org.bihuan.followup.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** What a company asks for about the matters of a group, or of one category. */
@Entity
@Table(name = "follow_up_policy")
public class Policy extends Revisable {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PolicyGroup policyGroup;

    private @Nullable String categoryCode;
    private int minimumPercent;
    private int sharePercent;
    private long dueWithinSeconds;
    private int maxAttempts;

    @Column(columnDefinition = "text[]")
    private String @Nullable [] leakCategoryCodes;

    private @Nullable String reason;
    private @Nullable Instant retiredAt;

    protected Policy() {}

    /** A rule for one category; those of the groups are there from the company's founding. */
    Policy(String categoryCode, int minimumPercent, PolicyDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        this.policyGroup = PolicyGroup.CATEGORY;
        this.categoryCode = categoryCode;
        this.minimumPercent = minimumPercent;
        set(details, now);
    }

    void change(PolicyDetails details, Instant now) {
        set(details, now);
    }

    private void set(PolicyDetails details, Instant now) {
        sharePercent = details.sharePercent();
        dueWithinSeconds = Duration.parse(details.dueWithin()).toSeconds();
        maxAttempts = details.maxAttempts();
        leakCategoryCodes = details.leakCategoryCodes() == null
                ? null
                : details.leakCategoryCodes().stream().distinct().toArray(String[]::new);
        reason = details.reason();
        if (details.retired() != isRetired()) {
            retiredAt = details.retired() ? now : null;
        }
        changed(now);
    }

    PolicyRule rule() {
        return new PolicyRule(
                policyGroup,
                categoryCode,
                leakCategoryCodes == null ? Set.of() : Set.of(leakCategoryCodes),
                sharePercent,
                Duration.ofSeconds(dueWithinSeconds),
                maxAttempts);
    }

    public PolicyDetails details() {
        return new PolicyDetails(
                sharePercent,
                Duration.ofSeconds(dueWithinSeconds).toString(),
                maxAttempts,
                leakCategoryCodes == null ? null : List.of(leakCategoryCodes),
                reason,
                isRetired());
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    public UUID id() {
        return id;
    }

    public PolicyGroup group() {
        return policyGroup;
    }

    public @Nullable String categoryCode() {
        return categoryCode;
    }

    public int minimumPercent() {
        return minimumPercent;
    }
}
