package org.bihuan.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bihuan.workorder.OwnerMessageWritten;

/** What is offered to other systems, for tests to look at. */
@ApplicationScoped
public class Heard {
    private final Queue<OwnerMessageWritten> all = new ConcurrentLinkedQueue<>();

    /** Where a gateway would hear it, and ask for the text: in the transaction that wrote it. */
    void hear(@Observes OwnerMessageWritten written) {
        String text = written.text().get();
        all.add(new OwnerMessageWritten(
                written.messageId(),
                written.kind(),
                written.recipientName(),
                written.phone(),
                written.language(),
                () -> text,
                written.order()));
    }

    public List<OwnerMessageWritten> about(String order) {
        return all.stream()
                .filter(written -> written.order().id().toString().equals(order))
                .toList();
    }
}
