package org.bihuan.company.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A property management company: the tenant. */
@Entity
public class Company {
    @Id
    @Column(name = "company_id")
    private UUID id;

    private String name;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    protected Company() {}

    void rename(String newName, Instant now) {
        name = newName;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
