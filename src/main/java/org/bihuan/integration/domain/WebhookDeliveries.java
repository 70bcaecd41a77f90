package org.bihuan.integration.domain;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.integration.domain.DeliveryReports.Parcel;
import org.bihuan.integration.domain.WebhookDelivery.Try;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;

/** Sends what webhooks are promised. */
@ApplicationScoped
class WebhookDeliveries implements JobHandler {
    /** Ten tries in three days: the schedule that the specification of Standard Webhooks recommends. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final DeliveryReports reports;
    private final AddressGuard guard;
    private final WebhookClient client;
    private final SlowReceivers slow;
    private final MeterRegistry metrics;
    private final Clock clock;

    WebhookDeliveries(
            DeliveryReports reports,
            AddressGuard guard,
            WebhookClient client,
            SlowReceivers slow,
            MeterRegistry metrics,
            Clock clock) {
        this.reports = reports;
        this.guard = guard;
        this.client = client;
        this.slow = slow;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DeliveryPost.KIND;
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    @Override
    public Result run(Jobs.Job job) throws IOException {
        UUID delivery = UUID.fromString(job.get(DeliveryPost.DELIVERY));
        Optional<Parcel> parcel = reports.parcel(delivery, Integer.parseInt(job.get(DeliveryPost.REPLAY)));
        if (parcel.isEmpty()) {
            return Result.DONE;
        }
        UUID webhook = parcel.get().webhook();
        Optional<Instant> later = slow.enter(webhook);
        if (later.isPresent()) {
            return new Result.Later(later.get());
        }
        try {
            return send(delivery, parcel.get(), job.attempt() > PAUSES.size());
        } finally {
            slow.leave(webhook);
        }
    }

    private Result send(UUID delivery, Parcel parcel, boolean lastTry) throws IOException {
        Instant now = clock.instant();
        try {
            WebhookClient.Reply reply = client.post(
                    guard.check(parcel.url()),
                    Signatures.headers(parcel.message().toString(), now, parcel.body(), parcel.secrets()),
                    parcel.body());
            return took(delivery, parcel, reply, now, lastTry);
        } catch (SocketTimeoutException e) {
            slow.letUsWait(parcel.webhook());
            failed(delivery, new Try(parcel.replay(), now, null, "NO_ANSWER_IN_TIME", null), lastTry);
            throw e;
        } catch (AddressGuard.Refused e) {
            failed(delivery, new Try(parcel.replay(), now, null, e.code(), null), lastTry);
            throw e;
        } catch (WebhookClient.NotReached e) {
            failed(delivery, new Try(parcel.replay(), now, null, e.getMessage(), null), lastTry);
            throw e;
        }
    }

    private Result took(UUID delivery, Parcel parcel, WebhookClient.Reply reply, Instant now, boolean lastTry)
            throws IOException {
        if (reply.isSuccess()) {
            reports.delivered(delivery, new Try(parcel.replay(), now, reply.status(), null, reply.beginning()));
            count(WebhookDelivery.State.DELIVERED);
            return Result.DONE;
        }
        Try how = new Try(parcel.replay(), now, reply.status(), "ANSWERED_" + reply.status(), reply.beginning());
        if (DeliveryReports.isGone(reply.status())) {
            reports.gone(delivery, parcel.webhook(), how);
            count(WebhookDelivery.State.FAILED);
            return Result.DONE;
        }
        failed(delivery, how, lastTry);
        throw new IOException("the receiver answered " + reply.status());
    }

    private void failed(UUID delivery, Try how, boolean lastTry) {
        reports.failed(delivery, how, lastTry);
        if (lastTry) {
            count(WebhookDelivery.State.FAILED);
        }
    }

    private void count(WebhookDelivery.State state) {
        metrics.counter("bihuan.deliveries", "channel", "WEBHOOK", "state", state.name())
                .increment();
    }
}
