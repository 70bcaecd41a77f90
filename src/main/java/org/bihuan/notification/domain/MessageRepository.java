package org.bihuan.notification.domain;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.notification.MessageKind;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<Message, UUID> {
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /** What an inbox shows: each thing once, not the digest that tells it again. */
    private static final String INBOX = "from Message m where m.accountId = :account and m.kind <> :digest";

    Optional<Message> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean isTold(String event) {
        return find("eventKey", event).firstResultOptional().isPresent();
    }

    /** The newest first. */
    List<Message> inbox(AccountId account, boolean unread, @Nullable UUID before, int rows) {
        return inbox(Message.class, "", account, unread, " and m.id < :before order by m.id desc")
                .setParameter("before", before == null ? LAST : before)
                .setMaxResults(rows)
                .getResultList();
    }

    long countInbox(AccountId account, boolean unread) {
        return inbox(Long.class, "select count(*) ", account, unread, "").getSingleResult();
    }

    private <T> SelectionQuery<T> inbox(Class<T> type, String select, AccountId account, boolean unread, String more) {
        return getSession()
                .createSelectionQuery(select + INBOX + (unread ? " and m.readAt is null" : "") + more, type)
                .setParameter("account", account.value())
                .setParameter("digest", MessageKind.DIGEST);
    }

    /** In the order they were written. */
    List<Message> ofWorkOrder(UUID order, @Nullable UUID after, int rows) {
        return find("workOrderId = ?1 and id > ?2 order by id", order, after == null ? new UUID(0, 0) : after)
                .page(0, rows)
                .list();
    }

    long countOfWorkOrder(UUID order) {
        return count("workOrderId", order);
    }

    /** What waits for somebody's next digest, locked. */
    List<Message> waitingForDigest(UUID account) {
        return find("accountId = ?1 and state = ?2 and digestId is null order by id", account, MessageState.DIGEST)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Message> inDigest(UUID digest) {
        return list("digestId = ?1 order by id", digest);
    }
}
