package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.Addressees;
import org.bihuan.company.Addressees.Addressee;
import org.bihuan.estate.Estate;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.Jobs;
import org.bihuan.workorder.OwnerMessageWritten;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.WorkOrderFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who is to be told what, in the very transaction in which it happens, and promises to send it. Whether there is a
 * mail server at all does not change what is written, only what becomes of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Outbox {
    static final String SEND_MESSAGE = "SEND_MESSAGE";
    static final String WRITE_DIGEST = "WRITE_DIGEST";
    static final String MESSAGE = "message";
    static final String ACCOUNT = "account";
    static final String AT = "at";

    private final MessageRepository messages;
    private final PreferenceService preferences;
    private final Addressees addressees;
    private final Estate estate;
    private final Letters letters;
    private final Post post;
    private final Jobs jobs;
    private final Event<OwnerMessageWritten> written;
    private final Clock clock;

    Outbox(
            MessageRepository messages,
            PreferenceService preferences,
            Addressees addressees,
            Estate estate,
            Letters letters,
            Post post,
            Jobs jobs,
            Event<OwnerMessageWritten> written,
            Clock clock) {
        this.messages = messages;
        this.preferences = preferences;
        this.addressees = addressees;
        this.estate = estate;
        this.letters = letters;
        this.post = post;
        this.jobs = jobs;
        this.written = written;
        this.clock = clock;
    }

    /** Tells who reported the matter, if anybody has. */
    void tellReporter(News news) {
        WorkOrderFacts order = news.order();
        if (!Recipient.isKnown(order)) {
            return;
        }
        UUID resident = order.residentId();
        Addressee account =
                resident == null ? null : addressees.ownerAccount(resident).orElse(null);
        String email = resident == null
                ? null
                : estate.resident(resident).map(Estate.Resident::email).orElse(null);
        Recipient recipient = Recipient.reporterOf(order, email, account);
        Message message = write(news, recipient, wishesOf(recipient, news));
        written.fire(new OwnerMessageWritten(
                message.id(),
                message.kind().name(),
                recipient.name(),
                recipient.phone(),
                recipient.language().tag(),
                () -> letters.shortText(message),
                order));
    }

    private Preferences wishesOf(Recipient recipient, News news) {
        UUID account = recipient.accountId();
        Preferences usual = usual(news);
        return account == null ? usual : preferences.of(List.of(account)).getOrDefault(account, usual);
    }

    private static Preferences usual(News news) {
        ZoneId zone = news.facts().zone();
        return Preferences.usual(zone == null ? Preferences.HOME : zone);
    }

    /** Tells these, each once, but for whoever did it themselves. */
    void tell(News news, Collection<Addressee> people) {
        List<Addressee> told = people.stream()
                .filter(person -> !person.id().value().equals(news.by()))
                .distinct()
                .toList();
        Map<UUID, Preferences> wishes =
                preferences.of(told.stream().map(person -> person.id().value()).toList());
        for (Addressee person : told) {
            write(news, Recipient.of(person), wishes.getOrDefault(person.id().value(), usual(news)));
        }
    }

    /** Brings somebody what belongs to no work order, also when it comes from themselves. */
    void bring(MessageKind kind, String event, Facts facts, Addressee person) {
        UUID account = person.id().value();
        Preferences wishes =
                preferences.of(List.of(account)).getOrDefault(account, Preferences.usual(Preferences.HOME));
        Recipient recipient = Recipient.of(person);
        Instant now = clock.instant();
        DeliveryPlan plan = DeliveryPlan.of(kind, Priority.NORMAL, recipient, wishes, post.hasMailServer(), now);
        keep(new Message(kind, event, null, recipient, facts, plan, now), recipient, plan);
    }

    private Message write(News news, Recipient recipient, Preferences wishes) {
        Instant now = clock.instant();
        DeliveryPlan plan =
                DeliveryPlan.of(news.kind(), news.order().priority(), recipient, wishes, post.hasMailServer(), now);
        return keep(
                new Message(news.kind(), news.event(), news.order().id().value(), recipient, news.facts(), plan, now),
                recipient,
                plan);
    }

    private Message keep(Message message, Recipient recipient, DeliveryPlan plan) {
        messages.persist(message);
        if (plan.state() == MessageState.QUEUED) {
            promiseToSend(message);
        } else if (plan.state() == MessageState.DIGEST) {
            promiseDigest(recipient.accountId(), plan.at());
        }
        return message;
    }

    void promiseToSend(Message message) {
        String id = message.id().toString();
        jobs.add(new Jobs.NewJob(SEND_MESSAGE, id, message.notBefore(), Map.of(MESSAGE, id)));
    }

    /** One a day for each person, whatever comes together in it; who changes its time or their zone has one at the new time too. */
    private void promiseDigest(@Nullable UUID account, Instant at) {
        Map<String, String> data = Map.of(ACCOUNT, String.valueOf(account), AT, at.toString());
        jobs.add(new Jobs.NewJob(WRITE_DIGEST, account + ":" + at, at, data));
    }
}
