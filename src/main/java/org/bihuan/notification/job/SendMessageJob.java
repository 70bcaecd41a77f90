package org.bihuan.notification.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.notification.domain.MessageDelivery;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;

/** Sends a message. */
@ApplicationScoped
class SendMessageJob implements JobHandler {
    private final MessageDelivery delivery;

    SendMessageJob(MessageDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public String kind() {
        return MessageDelivery.SEND_MESSAGE;
    }

    @Override
    public Result run(Jobs.Job job) throws Exception {
        return delivery.deliver(job, job.attempt() > pauses().size());
    }
}
