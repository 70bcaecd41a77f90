package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.company.Caller;
import org.bihuan.followup.FollowUpId;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;

/** The queue of calls to make, and each of them. Desk and managers see those of their communities. */
@ApplicationScoped
public class FollowUpReading {
    private final FollowUpRepository followUps;
    private final FollowUpSearch search;
    private final FollowUpCases cases;
    private final Paging paging;

    FollowUpReading(FollowUpRepository followUps, FollowUpSearch search, FollowUpCases cases, Paging paging) {
        this.followUps = followUps;
        this.search = search;
        this.cases = cases;
        this.paging = paging;
    }

    @Transactional
    public <T> Listing<T> list(Caller by, PageQuery page, FollowUpQuery wanted, Function<FollowUpCase, T> view) {
        Collection<UUID> visible = by.communities();
        List<FollowUp> rows = search.page(wanted, visible, paging.after(page), page.size() + 1);
        Listing<FollowUp> listing = paging.page(
                page,
                rows,
                followUp -> List.of(followUp.dueAt(), followUp.followUpId()),
                () -> search.count(wanted, visible));
        List<T> items = cases.of(by, listing.items()).stream().map(view).toList();
        return new Listing<>(items, listing.nextCursor(), listing.total());
    }

    /** @throws NotFound also for what the caller may not see */
    @Transactional
    public <T> T read(Caller by, FollowUpId id, Function<FollowUpCase, T> view) {
        FollowUp followUp = followUps.load(id);
        if (!by.runsTheDeskOf(followUp.communityId())) {
            throw new NotFound();
        }
        return view.apply(cases.of(by, followUp));
    }

    @Transactional
    public boolean isVisible(Caller by, FollowUpId id) {
        return followUps
                .whereabouts(id)
                .filter(found -> by.runsTheDeskOf(found.communityId()))
                .isPresent();
    }
}
