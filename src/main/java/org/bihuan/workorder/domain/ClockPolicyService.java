package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.bihuan.workorder.Kind;
import org.jspecify.annotations.Nullable;

/** The clock policies of the caller's company. A change counts for clocks that are planned from then on. */
@ApplicationScoped
public class ClockPolicyService {
    private final ClockPolicyRepository policies;
    private final Catalogue catalogue;
    private final Paging paging;
    private final Clock clock;

    ClockPolicyService(ClockPolicyRepository policies, Catalogue catalogue, Paging paging, Clock clock) {
        this.policies = policies;
        this.catalogue = catalogue;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> Listing<T> list(PageQuery page, Function<ClockPolicy, T> view) {
        return paging.byId(page, policies::pageById, ClockPolicy::id, policies::count)
                .map(view);
    }

    @Transactional
    public <T> T read(UUID id, Function<ClockPolicy, T> view) {
        return view.apply(policies.load(id));
    }

    /**
     * Gives a category, or a kind and priority, an allowance of its own for one clock.
     *
     * @throws InvalidInput with all that is wrong
     * @throws NotNow when it has one already, even one that is no longer in force
     */
    @Transactional
    public <T> T create(ClockScope scope, ClockPolicyDetails details, Function<ClockPolicy, T> view) {
        List<FieldError> errors = new ArrayList<>(ClockPolicyRules.errors(scope));
        errors.addAll(ClockPolicyRules.errors(details, true));
        Catalogue.Category category = category(scope, errors);
        Kind kind = category == null ? scope.kind() : Kind.valueOf(category.kind());
        if (kind != null) {
            errors.addAll(ClockPolicyRules.errors(scope, kind));
        }
        if (!errors.isEmpty()) {
            throw InvalidInput.invalid(errors);
        }
        if (policies.isTaken(scope)) {
            throw new NotNow("CLOCK_HAS_A_POLICY");
        }
        ClockPolicy policy = new ClockPolicy(scope, category == null ? null : category.id(), details, clock.instant());
        policies.persistAndFlush(policy);
        return view.apply(policy);
    }

    private Catalogue.@Nullable Category category(ClockScope scope, List<FieldError> errors) {
        if (scope.categoryCode() == null) {
            return null;
        }
        Catalogue.Category category = catalogue.find(scope.categoryCode()).orElse(null);
        if (category == null) {
            errors.add(new FieldError("/categoryCode", "UNKNOWN_CATEGORY", Objects.toString(scope.categoryCode())));
        }
        return category;
    }

    @Transactional
    public <T> T change(
            UUID id, @Nullable String ifMatch, UnaryOperator<ClockPolicyDetails> patch, Function<ClockPolicy, T> view) {
        ClockPolicy policy = policies.loadForChange(id);
        Versions.requireMatch(ifMatch, policy.version());
        ClockPolicyDetails wanted = patch.apply(policy.details());
        InvalidInput.refuse(ClockPolicyRules.errors(wanted, policy.hasFallback()));
        policy.change(wanted, clock.instant());
        policies.flush();
        return view.apply(policy);
    }

    /** Whether the caller's company has this policy. */
    @Transactional
    public boolean exists(UUID id) {
        return policies.findByIdOptional(id).isPresent();
    }
}
