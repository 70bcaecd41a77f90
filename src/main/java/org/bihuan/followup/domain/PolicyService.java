package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The follow-up policies of the caller's company. A change counts for what is completed from then on. */
@ApplicationScoped
public class PolicyService {
    private final PolicyRepository policies;
    private final Catalogue catalogue;
    private final Paging paging;
    private final Clock clock;

    PolicyService(PolicyRepository policies, Catalogue catalogue, Paging paging, Clock clock) {
        this.policies = policies;
        this.catalogue = catalogue;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> Listing<T> list(PageQuery page, Function<Policy, T> view) {
        return paging.byId(page, policies::pageById, Policy::id, policies::count)
                .map(view);
    }

    @Transactional
    public <T> T read(UUID id, Function<Policy, T> view) {
        return view.apply(policies.load(id));
    }

    /**
     * Gives a category a rule of its own.
     *
     * @throws InvalidInput when there is no such category, or the rule asks for too little
     * @throws NotNow when it has one already, even one that is no longer in force
     */
    @Transactional
    public <T> T create(String categoryCode, PolicyDetails details, Function<Policy, T> view) {
        Catalogue.Category category = catalogue
                .find(categoryCode)
                .orElseThrow(() -> InvalidInput.invalid("/categoryCode", "UNKNOWN_CATEGORY", categoryCode));
        int minimum = PolicyGroup.minimumPercentOfKind(category.kind());
        PolicyRules.check(PolicyGroup.CATEGORY, minimum, details, Set.of(), this::isCategory);
        if (policies.hasRuleOf(categoryCode)) {
            throw new NotNow("CATEGORY_HAS_A_POLICY");
        }
        Policy policy = new Policy(categoryCode, minimum, details, clock.instant());
        policies.persistAndFlush(policy);
        return view.apply(policy);
    }

    @Transactional
    public <T> T change(
            UUID id, @Nullable String ifMatch, UnaryOperator<PolicyDetails> patch, Function<Policy, T> view) {
        Policy policy = policies.loadForChange(id);
        Versions.requireMatch(ifMatch, policy.version());
        PolicyDetails wanted = patch.apply(policy.details());
        PolicyRules.check(
                policy.group(), policy.minimumPercent(), wanted, policy.rule().leaks(), this::isCategory);
        policy.change(wanted, clock.instant());
        policies.flush();
        return view.apply(policy);
    }

    private boolean isCategory(String code) {
        return catalogue.find(code).isPresent();
    }

    /** Whether the caller's company has this policy. */
    @Transactional
    public boolean exists(UUID id) {
        return policies.findByIdOptional(id).isPresent();
    }
}
