package org.bihuan.workorder.domain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bihuan.company.Companies;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.workorder.WorkOrderId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Links with which a reporter follows a matter without an account. A token is the company's number and 128 bits drawn by
 * HMAC from a random nonce, so it can be told again to the desk though only its hash is stored.
 */
@ApplicationScoped
class TrackingLinks {
    /** api.md, The owner: expires 90 days after closing. */
    static final Duration KEPT_AFTER_THE_END = Duration.ofDays(90);

    private static final String PURPOSE = "tracking-link";
    private static final int BYTES = 16;
    private static final int SECRET_CHARACTERS = 22;
    private static final int RADIX = 36;

    private final InstallationSecret secret;
    private final Companies companies;
    private final CurrentTenant tenant;
    private final WorkOrderRepository orders;
    private final Clock clock;
    private final String publicUrl;

    TrackingLinks(
            InstallationSecret secret,
            Companies companies,
            CurrentTenant tenant,
            WorkOrderRepository orders,
            Clock clock,
            @ConfigProperty(name = "bihuan.public-url") String publicUrl) {
        this.secret = secret;
        this.companies = companies;
        this.tenant = tenant;
        this.orders = orders;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Gives the order a new link; an earlier one is worthless from then on. */
    void renew(WorkOrder order) {
        byte[] nonce = InstallationSecret.random(BYTES);
        order.setTracking(nonce, hash(token(nonce)));
    }

    /** Null when the link has ended, or was made under a secret this instance does not have. */
    @Nullable
    String url(WorkOrder order) {
        byte[] nonce = order.trackingNonce();
        if (nonce == null || hasEnded(order)) {
            return null;
        }
        String token = token(nonce);
        return Arrays.equals(hash(token), order.trackingHash()) ? publicUrl + "/api/v1/track/" + token : null;
    }

    /**
     * Enters the company the token belongs to. A session of the database belongs to the company that was entered when it was
     * opened, so each step has its own transaction.
     */
    Optional<WorkOrderId> open(String token) {
        Optional<CompanyId> company = QuarkusTransaction.requiringNew().call(() -> company(token));
        if (company.isEmpty()) {
            return Optional.empty();
        }
        tenant.enter(company.get().value());
        return QuarkusTransaction.requiringNew()
                .call(() -> orders.byTrackingHash(hash(token))
                        .filter(order -> !hasEnded(order))
                        .map(WorkOrder::workOrderId));
    }

    /** Whose order it would be; the number in front of the token is no secret. */
    Optional<CompanyId> company(String token) {
        int split = token.length() - SECRET_CHARACTERS;
        if (split < 1 || split > 12 || !token.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        try {
            return companies.byNumber(Long.parseLong(token.substring(0, split), RADIX));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean hasEnded(WorkOrder order) {
        Instant end = switch (order.status()) {
            case CLOSED -> order.closing() == null ? null : order.closing().at();
            case CANCELLED -> order.updatedAt();
            case REGISTERED, DISPATCHED, ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED -> null;
        };
        return end != null && clock.instant().isAfter(end.plus(KEPT_AFTER_THE_END));
    }

    private String token(byte[] nonce) {
        byte[] random = Arrays.copyOf(secret.hmac(PURPOSE, nonce), BYTES);
        String number = Long.toString(companies.number(new CompanyId(tenant.id())), RADIX);
        return number + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
