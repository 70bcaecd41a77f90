package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneId;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.estate.Estate;
import org.bihuan.notification.MessageKind;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.TimeWindow;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderRecorded;
import org.bihuan.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;

/** What of the history of a matter its reporter is told, and how much of it: no internal note, and nobody's phone. */
@ApplicationScoped
class OwnerNews {
    private final Outbox outbox;
    private final WorkOrders workOrders;
    private final Accounts accounts;
    private final Estate estate;

    OwnerNews(Outbox outbox, WorkOrders workOrders, Accounts accounts, Estate estate) {
        this.outbox = outbox;
        this.workOrders = workOrders;
        this.accounts = accounts;
        this.estate = estate;
    }

    void hear(@Observes WorkOrderRecorded recorded) {
        MessageKind kind = kind(recorded);
        if (kind != null) {
            Facts facts = facts(kind, recorded);
            outbox.tellReporter(News.of(kind, recorded, facts));
        }
    }

    private static @Nullable MessageKind kind(WorkOrderRecorded recorded) {
        return switch (recorded.line().type()) {
            case "REGISTER" -> MessageKind.RECEIVED;
            case "ACCEPT" -> MessageKind.COMING;
            case "HOLD" -> MessageKind.WAITING;
            case "COMPLETE", "REFER" -> MessageKind.DONE;
            case "CLOSE" -> closing(recorded.order().closingReason());
            default -> null;
        };
    }

    /** What nobody is asked about is closed together with its completion, of which they have just been told. */
    private static @Nullable MessageKind closing(@Nullable ClosingReason reason) {
        return switch (reason) {
            case VERIFIED, REFUSED, WAIVED -> MessageKind.CLOSED;
            case UNREACHABLE -> MessageKind.UNREACHABLE;
            case NOT_SAMPLED -> null;
            case null -> null;
        };
    }

    private Facts facts(MessageKind kind, WorkOrderRecorded recorded) {
        WorkOrderFacts order = recorded.order();
        ZoneId zone = estate.zone(order.communityId());
        Facts facts = Facts.forOwner(order, zone);
        return switch (kind) {
            case COMING -> coming(facts, order);
            case WAITING ->
                facts.with(Fact.CODE, recorded.line().reason())
                        .with(Fact.UNTIL, recorded.line().data().get("nextCheckAt"));
            case DONE -> facts.with(Fact.CODE, order.resolutionCode()).with(Fact.WORDS, order.resolutionText());
            case CLOSED -> facts.with(Fact.CODE, order.closingReason());
            case UNREACHABLE ->
                facts.with(
                        Fact.UNTIL,
                        order.closedAt() == null ? null : order.closedAt().plus(WorkOrders.REOPENABLE));
            default -> facts;
        };
    }

    private Facts coming(Facts facts, WorkOrderFacts order) {
        WorkOrders.Prospect prospect = workOrders.prospect(order.id());
        TimeWindow window = prospect.preferredWindow();
        facts.with(Fact.PERSON, nameOf(order.assigneeId()));
        // Nobody comes for a question: then there is no time to tell either.
        if (prospect.arriveBy() == null) {
            return facts;
        }
        return window == null
                ? facts.with(Fact.UNTIL, prospect.arriveBy())
                : facts.with(Fact.FROM, window.from()).with(Fact.UNTIL, window.to());
    }

    private @Nullable String nameOf(@Nullable UUID account) {
        return account == null
                ? null
                : accounts.find(new AccountId(account))
                        .map(Accounts.Person::displayName)
                        .orElse(null);
    }
}
