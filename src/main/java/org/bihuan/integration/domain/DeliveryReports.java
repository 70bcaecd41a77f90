package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.integration.domain.WebhookDelivery.State;
import org.bihuan.integration.domain.WebhookDelivery.Try;
import org.bihuan.shared.InstallationSecret;

/** The two short transactions around a try: what to send, and how it went. */
@ApplicationScoped
class DeliveryReports {
    private static final int GONE = 410;
    private static final String PURPOSE = "webhook-secret";

    private final DeliveryRepository deliveries;
    private final WebhookRepository webhooks;
    private final CloudEvent cloudEvent;
    private final InstallationSecret secret;
    private final Clock clock;

    DeliveryReports(
            DeliveryRepository deliveries,
            WebhookRepository webhooks,
            CloudEvent cloudEvent,
            InstallationSecret secret,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.cloudEvent = cloudEvent;
        this.secret = secret;
        this.clock = clock;
    }

    /** What is to be sent where; the secrets in clear. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Parcel(int replay, UUID webhook, String url, UUID message, byte[] body, List<byte[]> secrets) {}

    byte[] seal(byte[] plain) {
        return secret.seal(PURPOSE, plain);
    }

    /** Empty when there is nothing to send any more. */
    @Transactional
    Optional<Parcel> parcel(UUID delivery, int replay) {
        WebhookDelivery wanted = deliveries.findById(delivery, LockModeType.PESSIMISTIC_WRITE);
        if (wanted == null || !wanted.waitsFor(replay)) {
            return Optional.empty();
        }
        Webhook webhook = webhooks.load(wanted.webhookId());
        if (!webhook.isEnabled()) {
            wanted.cancel();
            return Optional.empty();
        }
        LoggedEvent event = deliveries.event(wanted);
        List<byte[]> secrets = webhook.secrets(clock.instant()).stream()
                .map(locked -> secret.open(PURPOSE, locked))
                .toList();
        return Optional.of(new Parcel(
                replay, webhook.id(), webhook.details().url(), event.uid(), cloudEvent.write(event), secrets));
    }

    @Transactional
    void delivered(UUID delivery, Try how) {
        report(delivery, how, State.DELIVERED);
    }

    @Transactional
    void failed(UUID delivery, Try how, boolean forGood) {
        report(delivery, how, forGood ? State.FAILED : State.PENDING);
    }

    /** The receiver says that there will never be anybody again. */
    @Transactional
    void gone(UUID delivery, UUID webhook, Try how) {
        report(delivery, how, State.FAILED);
        webhooks.findByIdOptional(webhook, LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(receiver -> receiver.disable(Webhook.DisabledBecause.GONE, how.at()));
    }

    static boolean isGone(int status) {
        return status == GONE;
    }

    /** It may have been forgotten or deleted meanwhile. */
    private void report(UUID delivery, Try how, State next) {
        deliveries.findByIdOptional(delivery, LockModeType.PESSIMISTIC_WRITE).ifPresent(sent -> sent.tried(how, next));
    }
}
