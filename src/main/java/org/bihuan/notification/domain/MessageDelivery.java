package org.bihuan.notification.domain;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bihuan.company.AccountId;
import org.bihuan.company.Addressees;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.JobHandler.Result;
import org.bihuan.shared.Jobs;

/**
 * Sends what the outbox has promised, with no transaction open meanwhile. When the process dies after sending and before it
 * could be noted, it is sent once more under the same Message-ID.
 */
@ApplicationScoped
public class MessageDelivery {
    public static final String SEND_MESSAGE = Outbox.SEND_MESSAGE;

    private final MessageRepository messages;
    private final FollowUpReminders reminders;
    private final Addressees addressees;
    private final Letters letters;
    private final Post post;
    private final MeterRegistry metrics;
    private final Clock clock;

    MessageDelivery(
            MessageRepository messages,
            FollowUpReminders reminders,
            Addressees addressees,
            Letters letters,
            Post post,
            MeterRegistry metrics,
            Clock clock) {
        this.messages = messages;
        this.reminders = reminders;
        this.addressees = addressees;
        this.letters = letters;
        this.post = post;
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Outgoing(String address, Page page) {}

    /**
     * @param last whether nobody tries again when this fails
     * @throws Exception when it did not work and may work later
     */
    public Result deliver(Jobs.Job job, boolean last) throws Exception {
        UUID id = UUID.fromString(job.get(Outbox.MESSAGE));
        Optional<Outgoing> outgoing = QuarkusTransaction.requiringNew().call(() -> prepare(id));
        if (outgoing.isEmpty()) {
            return Result.DONE;
        }
        try {
            post.send(id, outgoing.get().address(), outgoing.get().page());
        } catch (MailTrouble trouble) {
            note(id, message -> inVain(message, trouble, last));
            if (trouble.isForGood()) {
                return new Result.Hopeless(String.valueOf(trouble.getMessage()));
            }
            throw trouble;
        }
        note(id, message -> message.sent(clock.instant()));
        return Result.DONE;
    }

    /** Empty when there is nothing to send, or no longer. */
    private Optional<Outgoing> prepare(UUID id) {
        Message message = messages.forChange(id).filter(Message::isToBeSent).orElse(null);
        if (message == null) {
            return Optional.empty();
        }
        if (reminders.isOvertaken(message)) {
            message.suppressed(StateReason.OVERTAKEN);
            return Optional.empty();
        }
        if (hasNoReader(message)) {
            message.suppressed(StateReason.READER_GONE);
            passOn(message);
            return Optional.empty();
        }
        String address = message.address();
        if (!post.hasMailServer() || address == null) {
            message.logged(address == null ? StateReason.NO_ADDRESS : StateReason.NO_MAIL_SERVER);
            passOn(message);
            return Optional.empty();
        }
        return Optional.of(new Outgoing(address, letters.page(message)));
    }

    /** Whoever is no longer with the company learns nothing more of it. An owner is written to as a resident, account or not. */
    private boolean hasNoReader(Message message) {
        UUID account = message.accountId();
        return account != null
                && !message.kind().isForOwners()
                && addressees.all(List.of(new AccountId(account))).isEmpty();
    }

    private static void inVain(Message message, MailTrouble trouble, boolean last) {
        message.triedInVain(String.valueOf(trouble.getMessage()));
        if (trouble.isForGood()) {
            message.failed(StateReason.REFUSED);
        } else if (last) {
            message.failed(StateReason.GAVE_UP);
        }
    }

    private void note(UUID id, Consumer<Message> change) {
        MessageState state = QuarkusTransaction.requiringNew().call(() -> {
            Message message = messages.forChange(id).orElseThrow();
            change.accept(message);
            passOn(message);
            return message.state();
        });
        if (state != MessageState.QUEUED) {
            metrics.counter("bihuan.deliveries", "channel", MessageChannel.MAIL.name(), "state", state.name())
                    .increment();
        }
    }

    /** What has become of a digest has become of all that is in it. */
    private void passOn(Message message) {
        if (message.kind() == MessageKind.DIGEST && message.state() != MessageState.QUEUED) {
            messages.inDigest(message.id()).forEach(part -> part.becomesLike(message));
        }
    }
}
