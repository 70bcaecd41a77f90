package org.bihuan.savedview.domain;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.savedview.SavedList;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A filter of a list under a name, kept by somebody for themselves or for colleagues. */
@Entity
public class SavedView extends Revisable {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID ownerId;

    private String name;

    @Enumerated(EnumType.STRING)
    private SavedList list;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, JsonNode> filter;

    private @Nullable String sort;
    private boolean shared;
    private @Nullable UUID communityId;

    protected SavedView() {}

    SavedView(AccountId owner, ViewDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        this.ownerId = owner.value();
        change(details, now);
    }

    final void change(ViewDetails details, Instant now) {
        name = details.name();
        list = details.list();
        filter = Map.copyOf(details.filter());
        sort = details.sort();
        shared = details.isShared();
        communityId = details.communityId();
        changed(now);
    }

    ViewDetails details() {
        return new ViewDetails(name, list, filter, sort, shared, communityId);
    }

    boolean isOf(AccountId account) {
        return ownerId.equals(account.value());
    }

    public UUID id() {
        return id;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public String name() {
        return name;
    }

    public SavedList list() {
        return list;
    }

    public Map<String, JsonNode> filter() {
        return filter;
    }

    public @Nullable String sort() {
        return sort;
    }

    public boolean isShared() {
        return shared;
    }

    public @Nullable UUID communityId() {
        return communityId;
    }
}
