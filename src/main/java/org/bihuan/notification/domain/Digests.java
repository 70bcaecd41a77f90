package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Addressees;
import org.bihuan.company.Addressees.Addressee;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.Jobs;
import org.jspecify.annotations.Nullable;

/** Puts what could wait into one message a day for each person; where nothing is left to say, there is none. */
@ApplicationScoped
public class Digests {
    public static final String WRITE_DIGEST = Outbox.WRITE_DIGEST;

    private final MessageRepository messages;
    private final FollowUpReminders reminders;
    private final Addressees addressees;
    private final Outbox outbox;
    private final Post post;
    private final Clock clock;

    Digests(
            MessageRepository messages,
            FollowUpReminders reminders,
            Addressees addressees,
            Outbox outbox,
            Post post,
            Clock clock) {
        this.messages = messages;
        this.reminders = reminders;
        this.addressees = addressees;
        this.outbox = outbox;
        this.post = post;
        this.clock = clock;
    }

    /** What has gone into a digest is not looked at again, so that doing this twice makes one. */
    @Transactional
    public void write(Jobs.Job job) {
        UUID account = UUID.fromString(job.get(Outbox.ACCOUNT));
        String event = "digest:" + account + ":" + job.get(Outbox.AT);
        List<Message> waiting = stillTrue(messages.waitingForDigest(account));
        if (waiting.isEmpty() || messages.isTold(event)) {
            return;
        }
        Addressee person = addressees.all(List.of(new AccountId(account))).stream()
                .findFirst()
                .orElse(null);
        StateReason hindrance = hindrance(person);
        if (person == null || hindrance != null) {
            waiting.forEach(message -> message.logged(hindrance == null ? StateReason.NO_ADDRESS : hindrance));
            return;
        }
        Message digest = digest(person, event, waiting.size());
        messages.persist(digest);
        waiting.forEach(message -> message.goesInto(digest));
        outbox.promiseToSend(digest);
    }

    private List<Message> stillTrue(List<Message> waiting) {
        List<Message> kept = new ArrayList<>();
        for (Message message : waiting) {
            if (reminders.isOvertaken(message)) {
                message.suppressed(StateReason.OVERTAKEN);
            } else {
                kept.add(message);
            }
        }
        return kept;
    }

    private @Nullable StateReason hindrance(@Nullable Addressee person) {
        if (person == null || person.email() == null) {
            return StateReason.NO_ADDRESS;
        }
        return post.hasMailServer() ? null : StateReason.NO_MAIL_SERVER;
    }

    private Message digest(Addressee person, String event, int count) {
        Instant now = clock.instant();
        return new Message(
                MessageKind.DIGEST,
                event,
                null,
                Recipient.of(person),
                Facts.none().with(Fact.AMOUNT, count),
                new DeliveryPlan(MessageChannel.MAIL, MessageState.QUEUED, null, now),
                now);
    }
}
