package org.bihuan.company.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts.Person;
import org.bihuan.company.Role;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in. */
@Entity
public class Account extends Revisable {
    @Id
    private UUID id;

    private String username;
    private String displayName;
    private String passwordHash;

    @Column(columnDefinition = "text[]")
    private String[] roles;

    @ElementCollection
    @CollectionTable(
            name = "account_community",
            joinColumns = @JoinColumn(name = "account_id"),
            // The key in SQL has the company too, which this mapping knows as a part of each membership.
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private Set<Membership> memberships = new HashSet<>();

    private String language;
    private @Nullable String email;
    private @Nullable UUID residentId;
    private @Nullable Instant disabledAt;

    protected Account() {}

    Account(
            UUID company,
            AccountId id,
            String username,
            String passwordHash,
            AccountDetails details,
            @Nullable UUID resident,
            Instant now) {
        super(now);
        this.id = id.value();
        this.username = username;
        this.passwordHash = passwordHash;
        this.residentId = resident;
        change(company, details, now);
    }

    final void change(UUID company, AccountDetails details, Instant now) {
        displayName = details.displayName();
        roles = details.roles().stream().map(Role::name).sorted().toArray(String[]::new);
        language = details.language();
        email = details.email();
        Set<Membership> wanted = details.communityIds().stream()
                .map(community -> new Membership(company, community))
                .collect(Collectors.toSet());
        memberships.retainAll(wanted);
        memberships.addAll(wanted);
        if (details.disabled() != isDisabled()) {
            disabledAt = details.disabled() ? now : null;
        }
        changed(now);
    }

    void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        changed(now);
    }

    void changeEmail(@Nullable String next, Instant now) {
        if (!Objects.equals(email, next)) {
            email = next;
            changed(now);
        }
    }

    AccountDetails details() {
        return new AccountDetails(displayName, roles(), communities(), language, email, isDisabled());
    }

    Person person() {
        return new Person(accountId(), displayName, roles(), communities(), !isDisabled());
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    boolean isActive(Role role) {
        return roles().contains(role) && !isDisabled();
    }

    public AccountId accountId() {
        return new AccountId(id);
    }

    public String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    public Set<Role> roles() {
        Set<Role> set = EnumSet.noneOf(Role.class);
        Arrays.stream(roles).map(Role::valueOf).forEach(set::add);
        return set;
    }

    public Set<UUID> communities() {
        return memberships.stream().map(Membership::communityId).collect(Collectors.toUnmodifiableSet());
    }

    Set<Membership> memberships() {
        return memberships;
    }

    public String displayName() {
        return displayName;
    }

    public String language() {
        return language;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable UUID residentId() {
        return residentId;
    }

    public @Nullable Instant disabledAt() {
        return disabledAt;
    }
}
