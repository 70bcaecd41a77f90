package org.bihuan.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bihuan.workorder.OwnerMessageWritten;

/** What is offered to other systems, for tests to look at. */
@ApplicationScoped
public class Heard {
    private final Queue<OwnerMessageWritten> all = new ConcurrentLinkedQueue<>();

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) OwnerMessageWritten written) {
        all.add(written);
    }

    public List<OwnerMessageWritten> about(String order) {
        return all.stream()
                .filter(written -> written.order().id().toString().equals(order))
                .toList();
    }
}
