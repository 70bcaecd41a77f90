package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.company.AccountId;
import org.bihuan.company.Addressees;
import org.bihuan.company.Addressees.Addressee;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.followup.OwnerDissatisfied;
import org.bihuan.notification.MessageKind;
import org.bihuan.workorder.ClockAnnounced;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderRecorded;
import org.bihuan.workorder.WorkOrderRecorded.Line;
import org.jspecify.annotations.Nullable;

/** What of the history of a work order the staff are told. Nobody is told of their own doing. */
@ApplicationScoped
class StaffNews {
    private static final int BREACH = 100;

    private final Outbox outbox;
    private final Addressees addressees;
    private final Estate estate;

    StaffNews(Outbox outbox, Addressees addressees, Estate estate) {
        this.outbox = outbox;
        this.addressees = addressees;
        this.estate = estate;
    }

    void hear(@Observes WorkOrderRecorded recorded) {
        switch (recorded.line().type()) {
            case "DISPATCH" -> dispatched(recorded);
            case "ACCEPT" -> accepted(recorded);
            case "RECALL", "CANCEL" -> takenAway(recorded);
            case "REOPEN" -> reopened(recorded);
            default -> {
                // nothing that anybody else has to do something about
            }
        }
    }

    /** To somebody else than who had it already: that is a transfer, and both hear of it. */
    private void dispatched(WorkOrderRecorded recorded) {
        boolean transfer = recorded.line().from() != Status.REGISTERED
                && recorded.line().from() != Status.DISPATCHED
                && recorded.line().previousAssignee() != null;
        tell(
                transfer ? MessageKind.ASSIGNED : MessageKind.OFFERED,
                recorded,
                facts(recorded)
                        .with(Fact.CODE, recorded.line().type())
                        .with(Fact.WORDS, recorded.line().note())
                        .with(Fact.UNTIL, recorded.order().nextDueAt()),
                people(recorded.order().assigneeId()));
        takenAway(recorded);
    }

    private void accepted(WorkOrderRecorded recorded) {
        UUID behalf = recorded.line().onBehalfOf();
        Facts facts = facts(recorded)
                .with(Fact.CODE, recorded.line().type())
                .with(Fact.UNTIL, recorded.order().nextDueAt());
        tell(MessageKind.ASSIGNED, recorded, facts, people(behalf));
    }

    private void takenAway(WorkOrderRecorded recorded) {
        Line line = recorded.line();
        UUID before = line.previousAssignee();
        if (before != null
                && (line.type().equals("CANCEL")
                        || !before.equals(recorded.order().assigneeId()))) {
            Facts facts = facts(recorded).with(Fact.CODE, line.type()).with(Fact.WORDS, line.reason());
            tell(MessageKind.TAKEN_AWAY, recorded, facts, people(before));
        }
    }

    private void reopened(WorkOrderRecorded recorded) {
        Facts facts = facts(recorded)
                .with(Fact.AMOUNT, recorded.order().round())
                .with(Fact.WORDS, recorded.line().reason());
        List<Addressee> people = new ArrayList<>(managersOf(recorded.order()));
        people.addAll(people(recorded.line().previousAssignee()));
        tell(MessageKind.REOPENED, recorded, facts, people);
    }

    void hear(@Observes ClockAnnounced announced) {
        MessageKind kind;
        if (announced.percent() < BREACH) {
            kind = MessageKind.WARNED;
        } else {
            kind = announced.percent() == BREACH ? MessageKind.BREACHED : MessageKind.ESCALATED;
        }
        Facts facts = facts(announced.order())
                .with(Fact.CODE, announced.clock())
                .with(Fact.AMOUNT, announced.percent())
                .with(Fact.UNTIL, announced.dueAt());
        String event = "clock:" + announced.announcement();
        outbox.tell(new News(kind, event, announced.order(), facts, null), addressees.all(announced.audience()));
    }

    void hear(@Observes OwnerDissatisfied unhappy) {
        Facts facts =
                facts(unhappy.order()).with(Fact.AMOUNT, unhappy.satisfaction()).with(Fact.WORDS, unhappy.comment());
        String event = "dissatisfied:" + unhappy.followUp();
        News news = new News(
                MessageKind.DISSATISFIED,
                event,
                unhappy.order(),
                facts,
                unhappy.by().id());
        outbox.tell(news, managersOf(unhappy.order()));
    }

    private void tell(MessageKind kind, WorkOrderRecorded recorded, Facts facts, List<Addressee> people) {
        outbox.tell(News.of(kind, recorded, facts), people);
    }

    /** Who did it stands in it, so that one knows whom to ask. */
    private Facts facts(WorkOrderRecorded recorded) {
        return facts(recorded.order()).with(Fact.PERSON, recorded.line().by().displayName());
    }

    private Facts facts(WorkOrderFacts order) {
        return Facts.forStaff(order, estate.zone(order.communityId()));
    }

    private List<Addressee> managersOf(WorkOrderFacts order) {
        return addressees.staff(order.communityId(), Role.MANAGER);
    }

    private List<Addressee> people(@Nullable UUID account) {
        return addressees.all(Stream.ofNullable(account).map(AccountId::new).toList());
    }
}
