package org.bihuan.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is offered to other systems, for tests to look at. */
@ApplicationScoped
public class Heard {
    private final Queue<MessageWritten> all = new ConcurrentLinkedQueue<>();

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageWritten written) {
        all.add(written);
    }

    public List<MessageWritten> about(String order) {
        return all.stream()
                .filter(written -> written.workOrder().toString().equals(order))
                .toList();
    }
}
