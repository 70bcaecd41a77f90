package org.bihuan.integration.domain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bihuan.estate.Estate;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** The webhooks of the caller's company. */
@ApplicationScoped
public class WebhookService {
    private final WebhookRepository webhooks;
    private final DeliveryReports reports;
    private final AddressGuard guard;
    private final Estate estate;
    private final Paging paging;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            DeliveryReports reports,
            AddressGuard guard,
            Estate estate,
            Paging paging,
            Clock clock) {
        this.webhooks = webhooks;
        this.reports = reports;
        this.guard = guard;
        this.estate = estate;
        this.paging = paging;
        this.clock = clock;
    }

    @Transactional
    public <T> Listing<T> list(PageQuery page, Function<Webhook, T> view) {
        return paging.byId(page, webhooks::pageById, Webhook::id, webhooks::count)
                .map(view);
    }

    @Transactional
    public <T> T read(UUID id, Function<Webhook, T> view) {
        return view.apply(webhooks.load(id));
    }

    /**
     * @param view gets the webhook and its secret, which is shown this once
     * @throws InvalidInput when it may not go there
     */
    public <T> T create(WebhookDetails details, BiFunction<Webhook, String, T> view) {
        checkAddress(details.url());
        return QuarkusTransaction.joiningExisting().call(() -> {
            checkCommunities(details);
            byte[] secret = InstallationSecret.random(Signatures.SECRET_BYTES);
            Webhook webhook = new Webhook(details, reports.seal(secret), clock.instant());
            webhooks.persistAndFlush(webhook);
            return view.apply(webhook, Signatures.text(secret));
        });
    }

    /**
     * Names are looked up with no transaction open, because that can take long.
     *
     * @throws InvalidInput when it may not go there
     */
    public <T> T change(
            UUID id, @Nullable String ifMatch, UnaryOperator<WebhookDetails> patch, Function<Webhook, T> view) {
        WebhookDetails wanted = QuarkusTransaction.joiningExisting().call(() -> {
            Webhook present = webhooks.load(id);
            Versions.requireMatch(ifMatch, present.version());
            return patch.apply(present.details());
        });
        checkAddress(wanted.url());
        return QuarkusTransaction.joiningExisting().call(() -> {
            Webhook webhook = webhooks.loadForChange(id);
            Versions.requireMatch(ifMatch, webhook.version());
            checkCommunities(wanted);
            webhook.change(wanted, clock.instant());
            webhooks.flush();
            return view.apply(webhook);
        });
    }

    /** What has not been delivered is not delivered any more, and the log of it is gone too. */
    @Transactional
    public void delete(UUID id, @Nullable String ifMatch) {
        Webhook webhook = webhooks.loadForChange(id);
        Versions.requireMatch(ifMatch, webhook.version());
        webhooks.delete(webhook);
        webhooks.flush();
    }

    /** @param view gets the webhook and its new secret, which is shown this once */
    @Transactional
    public <T> T rotateSecret(UUID id, @Nullable String ifMatch, BiFunction<Webhook, String, T> view) {
        Webhook webhook = webhooks.loadForChange(id);
        Versions.requireMatch(ifMatch, webhook.version());
        byte[] secret = InstallationSecret.random(Signatures.SECRET_BYTES);
        webhook.rotate(reports.seal(secret), clock.instant());
        webhooks.flush();
        return view.apply(webhook, Signatures.text(secret));
    }

    /** Whether the caller's company has this webhook. */
    @Transactional
    public boolean exists(UUID id) {
        return webhooks.findByIdOptional(id).isPresent();
    }

    private void checkAddress(String url) {
        try {
            guard.check(url);
        } catch (AddressGuard.Refused e) {
            throw e.at("/url");
        }
    }

    private void checkCommunities(WebhookDetails details) {
        List<FieldError> unknown = new ArrayList<>();
        List<UUID> communities = details.communities();
        for (int index = 0; index < communities.size(); index++) {
            if (estate.community(communities.get(index)).isEmpty()) {
                unknown.add(new FieldError("/communityIds/" + index, "UNKNOWN_COMMUNITY"));
            }
        }
        InvalidInput.refuse(unknown);
    }
}
