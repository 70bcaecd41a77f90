package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.shared.Draft;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.bihuan.shared.VisibleTarget;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrderView;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** Calls, visits and messages, and the work orders they give rise to. */
@ApplicationScoped
public class InteractionService implements VisibleTarget {
    private final InteractionRepository interactions;
    private final InteractionWords words;
    private final CallerRecognition recognition;
    private final WorkOrders workOrders;
    private final Estate estate;
    private final Paging paging;
    private final CurrentCaller caller;
    private final Clock clock;

    InteractionService(
            InteractionRepository interactions,
            InteractionWords words,
            CallerRecognition recognition,
            WorkOrders workOrders,
            Estate estate,
            Paging paging,
            CurrentCaller caller,
            Clock clock) {
        this.interactions = interactions;
        this.words = words;
        this.recognition = recognition;
        this.workOrders = workOrders;
        this.estate = estate;
        this.paging = paging;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws InvalidInput with all that is wrong, also with the work orders; then nothing is kept */
    @Transactional
    public <T> T log(Caller by, Draft<NewInteraction> draft, BiFunction<Interaction, List<WorkOrderView>, T> view) {
        NewInteraction wanted = draft.value();
        List<FieldError> errors = draft.findings();
        errors.addAll(InteractionRules.times(wanted.startedAt(), wanted.endedAt(), clock.instant()));
        Estate.Community community = community(by, wanted.communityId(), errors);
        CallingParty party = recognition.recognise(by, community, wanted.callerOrUnknown(), errors);
        List<WorkOrderId> opened = open(by, wanted, party, errors);
        InvalidInput.refuse(errors);
        Interaction interaction = new Interaction(wanted, party, by, clock.instant());
        interactions.add(interaction, opened);
        return view.apply(interaction, workOrders.views(by, opened));
    }

    private Estate.@Nullable Community community(Caller by, @Nullable UUID id, List<FieldError> errors) {
        Estate.Community community = id == null || !by.runsTheDeskOf(id)
                ? null
                : estate.community(id).orElse(null);
        if (community == null) {
            errors.add(new FieldError("/communityId", "UNKNOWN_COMMUNITY"));
        }
        return community;
    }

    /** Once anything is wrong, the other matters are only checked, so that the errors of all are told at once. */
    private List<WorkOrderId> open(Caller by, NewInteraction wanted, CallingParty party, List<FieldError> errors) {
        boolean communityIsKnown =
                errors.stream().noneMatch(error -> error.pointer().equals("/communityId"));
        Actor actor = Actor.of(by, by.is(Role.FRONT_DESK) ? Capacity.DESK : Capacity.MANAGER);
        List<WorkOrderId> opened = new ArrayList<>();
        for (int i = 0; i < wanted.matters().size(); i++) {
            NewInteraction.Matter matter = wanted.matters().get(i);
            if (matter == null) {
                continue;
            }
            String pointer = "/workOrders/" + i;
            NewWorkOrder reported = matter.reportedBy(party, wanted.communityId(), wanted.channel());
            if (errors.isEmpty()) {
                errors.addAll(open(by, actor, reported, pointer, opened));
            } else {
                errors.addAll(workOrders.check(reported, communityIsKnown ? wanted.communityId() : null, pointer));
            }
        }
        return opened;
    }

    private List<FieldError> open(
            Caller by, Actor actor, NewWorkOrder matter, String pointer, List<WorkOrderId> opened) {
        try {
            opened.add(workOrders.open(by, actor, matter, pointer));
            return List.of();
        } catch (InvalidInput refused) {
            return refused.errors();
        }
    }

    @Transactional
    public <T> T read(Caller by, InteractionId id, BiFunction<Interaction, List<WorkOrderView>, T> view) {
        return shown(by, requireVisible(by, interactions.load(id)), view);
    }

    @Transactional
    public <T> T change(
            Caller by,
            InteractionId id,
            @Nullable String ifMatch,
            UnaryOperator<InteractionDetails> patch,
            BiFunction<Interaction, List<WorkOrderView>, T> view) {
        Interaction interaction = requireVisible(by, interactions.loadForChange(id));
        Versions.requireMatch(ifMatch, interaction.version());
        InteractionDetails wanted = patch.apply(interaction.details());
        InvalidInput.refuse(InteractionRules.times(interaction.startedAt(), wanted.endedAt(), clock.instant()));
        boolean says = !Objects.equals(interaction.notes(), wanted.notes());
        interaction.note(wanted, clock.instant());
        interactions.flush();
        if (says) {
            words.note(interaction);
        }
        return shown(by, interaction, view);
    }

    private <T> T shown(Caller by, Interaction interaction, BiFunction<Interaction, List<WorkOrderView>, T> view) {
        InteractionId id = interaction.interactionId();
        List<WorkOrderId> opened = interactions.opened(List.of(id)).getOrDefault(id, List.of());
        return view.apply(interaction, workOrders.views(by, opened));
    }

    @Transactional
    public <T> Listing<T> list(
            Caller by, PageQuery page, InteractionQuery wanted, BiFunction<Interaction, List<WorkOrderFacts>, T> view) {
        Collection<UUID> visible = by.communities();
        List<Interaction> rows = interactions.page(visible, wanted, paging.after(page), page.size() + 1);
        Listing<Interaction> listing = paging.page(
                page,
                rows,
                interaction -> List.of(interaction.startedAt(), interaction.interactionId()),
                () -> interactions.count(visible, wanted));
        Map<InteractionId, List<WorkOrderId>> opened = interactions.opened(
                listing.items().stream().map(Interaction::interactionId).toList());
        Map<WorkOrderId, WorkOrderFacts> facts = workOrders.findAll(
                opened.values().stream().flatMap(List::stream).toList());
        return listing.map(interaction -> view.apply(
                interaction,
                opened.getOrDefault(interaction.interactionId(), List.of()).stream()
                        .map(facts::get)
                        .toList()));
    }

    private static Interaction requireVisible(Caller by, Interaction interaction) {
        if (!by.runsTheDeskOf(interaction.communityId())) {
            throw new NotFound();
        }
        return interaction;
    }

    @Override
    public String collection() {
        return "interactions";
    }

    @Override
    @Transactional
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null
                && interactions
                        .findByIdOptional(id)
                        .filter(interaction -> asking.runsTheDeskOf(interaction.communityId()))
                        .isPresent();
    }
}
