package org.bihuan.savedview.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.savedview.SavedList;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.bihuan.shared.VisibleTarget;
import org.jspecify.annotations.Nullable;

/**
 * Views of lists. Everybody of the staff keeps their own; managers share with the people of a community of theirs,
 * administrators with everybody.
 */
@ApplicationScoped
public class SavedViewService implements VisibleTarget {
    /** More than anybody finds again, and few enough to show them all at once. */
    static final int MOST_OF_ONE = 50;

    private final SavedViewRepository views;
    private final Lists lists;
    private final ViewFilter filter;
    private final Estate estate;
    private final Paging paging;
    private final CurrentCaller caller;
    private final Clock clock;

    SavedViewService(
            SavedViewRepository views,
            Lists lists,
            ViewFilter filter,
            Estate estate,
            Paging paging,
            CurrentCaller caller,
            Clock clock) {
        this.views = views;
        this.lists = lists;
        this.filter = filter;
        this.estate = estate;
        this.paging = paging;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What is to be asked of the list now.
     *
     * @param path below the API's base
     */
    public record Query(SavedList list, String path, Map<String, List<String>> parameters) {}

    @Transactional
    public <T> T create(Caller by, ViewDetails wanted, Function<SavedView, T> view) {
        requireMayShare(by, wanted);
        InvalidInput.refuse(errors(by, wanted));
        if (views.countOf(by.id()) >= MOST_OF_ONE) {
            throw InvalidInput.invalid("", "TOO_MANY_VIEWS", MOST_OF_ONE);
        }
        SavedView made = new SavedView(by.id(), wanted, clock.instant());
        requireFreeName(made, wanted);
        views.persistAndFlush(made);
        return view.apply(made);
    }

    @Transactional
    public <T> T change(
            Caller by,
            UUID id,
            @Nullable String ifMatch,
            UnaryOperator<ViewDetails> patch,
            Function<SavedView, T> view) {
        SavedView present = loadForChange(by, id, ifMatch);
        ViewDetails wanted = patch.apply(present.details());
        requireMayShare(by, wanted);
        InvalidInput.refuse(errors(by, wanted));
        requireFreeName(present, wanted);
        present.change(wanted, clock.instant());
        views.flush();
        return view.apply(present);
    }

    @Transactional
    public void delete(Caller by, UUID id, @Nullable String ifMatch) {
        views.delete(loadForChange(by, id, ifMatch));
    }

    private SavedView loadForChange(Caller by, UUID id, @Nullable String ifMatch) {
        SavedView view = views.loadForChange(id);
        requireVisible(by, view);
        if (!view.isOf(by.id()) && !maySharePresent(by, view.communityId())) {
            throw new Forbidden();
        }
        Versions.requireMatch(ifMatch, view.version());
        return view;
    }

    private static void requireMayShare(Caller by, ViewDetails wanted) {
        if (wanted.isShared() && !by.isAny(Role.MANAGER, Role.ADMIN)) {
            throw new Forbidden("SHARING_IS_FOR_MANAGERS");
        }
    }

    private static boolean maySharePresent(Caller by, @Nullable UUID community) {
        return by.is(Role.ADMIN) || (community != null && by.manages(community));
    }

    private List<FieldError> errors(Caller by, ViewDetails wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (!lists.of(by).contains(wanted.list())) {
            errors.add(new FieldError("/list", "LIST_OF_OTHERS"));
        }
        @Nullable UUID community = wanted.communityId();
        if (!wanted.isShared() && community != null) {
            errors.add(new FieldError("/communityId", "NOT_SHARED"));
        } else if (wanted.isShared() && !maySharePresent(by, community)) {
            errors.add(
                    new FieldError("/communityId", community == null ? "SHARE_WITH_A_COMMUNITY" : "UNKNOWN_COMMUNITY"));
        } else if (community != null && estate.community(community).isEmpty()) {
            errors.add(new FieldError("/communityId", "UNKNOWN_COMMUNITY"));
        }
        errors.addAll(filter.errors(wanted));
        return errors;
    }

    private void requireFreeName(SavedView view, ViewDetails wanted) {
        if (views.isNameTaken(view.ownerId(), wanted.name(), view.id())) {
            throw InvalidInput.invalid("/name", "NAME_TAKEN");
        }
    }

    @Transactional
    public <T> T read(Caller by, UUID id, Function<SavedView, T> view) {
        return view.apply(load(by, id));
    }

    /** With the instants it names as they are now. */
    @Transactional
    public Query query(Caller by, UUID id) {
        SavedView view = load(by, id);
        return new Query(view.list(), lists.get(view.list()).path(), filter.parameters(view, by.communities()));
    }

    @Transactional
    public <T> Listing<T> list(Caller by, PageQuery page, @Nullable SavedList only, Function<SavedView, T> view) {
        Set<SavedList> wanted = EnumSet.noneOf(SavedList.class);
        wanted.addAll(lists.of(by));
        if (only != null) {
            wanted.retainAll(Set.of(only));
        }
        Paging.Position after = paging.after(page);
        List<SavedView> rows = wanted.isEmpty()
                ? List.of()
                : views.page(by, wanted, after == null ? null : after.id(0), page.size() + 1);
        return paging.page(
                        page,
                        rows,
                        one -> List.of(one.id()),
                        () -> wanted.isEmpty() ? 0 : views.countVisible(by, wanted))
                .map(view);
    }

    private SavedView load(Caller by, UUID id) {
        SavedView view = views.load(id);
        requireVisible(by, view);
        return view;
    }

    private void requireVisible(Caller by, SavedView view) {
        if (!isVisible(by, view)) {
            throw new NotFound();
        }
    }

    private boolean isVisible(Caller by, SavedView view) {
        @Nullable UUID community = view.communityId();
        boolean theirs = view.isShared()
                && (by.is(Role.ADMIN) || community == null || by.communities().contains(community));
        return (view.isOf(by.id()) || theirs) && lists.of(by).contains(view.list());
    }

    @Override
    public String collection() {
        return "views";
    }

    @Override
    @Transactional
    public boolean isVisible(UUID id) {
        @Nullable Caller asking = caller.orNull();
        return asking != null
                && views.findByIdOptional(id)
                        .filter(view -> isVisible(asking, view))
                        .isPresent();
    }
}
