package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.VisibleTarget;

/** What somebody has been told, whether or not it could be mailed. Nobody reads the inbox of anybody else. */
@ApplicationScoped
public class Inbox implements VisibleTarget {
    private final MessageRepository messages;
    private final Letters letters;
    private final CurrentLanguage language;
    private final CurrentCaller caller;
    private final Paging paging;
    private final Clock clock;

    Inbox(
            MessageRepository messages,
            Letters letters,
            CurrentLanguage language,
            CurrentCaller caller,
            Paging paging,
            Clock clock) {
        this.messages = messages;
        this.letters = letters;
        this.language = language;
        this.caller = caller;
        this.paging = paging;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional
    public Listing<InboxMessage> list(Caller by, PageQuery page, boolean unread) {
        return paging.byId(
                        page,
                        (last, most) -> messages.inbox(by.id(), unread, last, most),
                        Message::id,
                        () -> messages.countInbox(by.id(), unread))
                .map(this::shown);
    }

    /** @throws NotFound also for what is somebody else's */
    @Transactional
    public InboxMessage read(Caller by, UUID id) {
        Message message = own(by, messages.forChange(id)).orElseThrow(NotFound::new);
        message.read(clock.instant());
        return shown(message);
    }

    private static Optional<Message> own(Caller by, Optional<Message> found) {
        return found.filter(message -> by.id().value().equals(message.accountId()))
                .filter(message -> message.kind() != MessageKind.DIGEST);
    }

    private InboxMessage shown(Message message) {
        Page page = letters.words(message, language.get());
        return new InboxMessage(
                message.id(),
                message.kind(),
                message.workOrderId(),
                message.workOrderNumber(),
                page.subject(),
                String.join("\n\n", page.paragraphs()),
                message.createdAt(),
                message.readAt());
    }

    @Override
    public String collection() {
        return "me/messages";
    }

    @Override
    @Transactional
    public boolean isVisible(UUID id) {
        Caller asking = caller.orNull();
        return asking != null && own(asking, messages.findByIdOptional(id)).isPresent();
    }
}
