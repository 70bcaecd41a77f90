package org.bihuan.integration.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Another system that is told what happens. */
@Entity
public class Webhook extends Revisable {
    /** Long enough to change the secret at the other end at leisure. */
    static final Duration OLD_SECRET_SIGNS = Duration.ofHours(24);

    /** Why nothing is sent to it. */
    public enum DisabledBecause {
        BY_HAND,
        /** It answered 410. */
        GONE
    }

    @Id
    private UUID id;

    private String url;
    private @Nullable String description;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> eventTypes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> communityIds;

    private byte[] secret;
    private byte @Nullable [] previousSecret;
    private @Nullable Instant previousSecretUntil;
    private @Nullable Instant disabledAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DisabledBecause disabledBecause;

    protected Webhook() {}

    /** @param secret sealed, as all secrets here */
    Webhook(WebhookDetails details, byte[] secret, Instant now) {
        super(now);
        this.id = Ids.next();
        this.url = details.url();
        this.description = details.description();
        this.eventTypes = new ArrayList<>(details.eventTypes());
        this.communityIds = new ArrayList<>(details.communities());
        this.secret = secret;
        enable(details.isEnabled(), now);
    }

    void change(WebhookDetails details, Instant now) {
        url = details.url();
        description = details.description();
        eventTypes = new ArrayList<>(details.eventTypes());
        communityIds = new ArrayList<>(details.communities());
        changed(now);
        enable(details.isEnabled(), now);
    }

    private void enable(boolean enabled, Instant now) {
        if (enabled) {
            disabledAt = null;
            disabledBecause = null;
        } else {
            disable(DisabledBecause.BY_HAND, now);
        }
    }

    /** The first reason stays. */
    void disable(DisabledBecause because, Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
            disabledBecause = because;
            changed(now);
        }
    }

    void rotate(byte[] nextSecret, Instant now) {
        previousSecret = secret;
        previousSecretUntil = now.plus(OLD_SECRET_SIGNS);
        secret = nextSecret;
        changed(now);
    }

    boolean wants(String type, @Nullable UUID community) {
        return disabledAt == null
                && EventType.isWanted(type, eventTypes)
                && (communityIds.isEmpty() || (community != null && communityIds.contains(community)));
    }

    /** Sealed; the newest first. */
    List<byte[]> secrets(Instant now) {
        byte[] previous = previousSecret;
        return previous != null && previousSecretUntil != null && previousSecretUntil.isAfter(now)
                ? List.of(secret, previous)
                : List.of(secret);
    }

    public boolean isEnabled() {
        return disabledAt == null;
    }

    public WebhookDetails details() {
        return new WebhookDetails(url, description, List.copyOf(eventTypes), List.copyOf(communityIds), isEnabled());
    }

    public UUID id() {
        return id;
    }

    public @Nullable Instant previousSecretUntil() {
        return previousSecretUntil;
    }

    public @Nullable DisabledBecause disabledBecause() {
        return disabledBecause;
    }

    public @Nullable Instant disabledAt() {
        return disabledAt;
    }
}
