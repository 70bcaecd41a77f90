package org.bihuan.estate.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** Somebody who lives in a unit or owns one. */
@Entity
public class Resident extends Revisable {
    @Id
    private UUID id;

    private String name;
    private @Nullable String phone;
    private boolean phoneDoubtful;
    private @Nullable String email;

    protected Resident() {}

    /** @param phone in E.164 */
    Resident(String name, @Nullable String phone, Instant now) {
        super(now);
        this.id = Ids.next();
        change(name, phone, now);
    }

    /**
     * Another phone is not doubtful until a call to it went wrong.
     *
     * @param newPhone in E.164
     */
    final void change(String newName, @Nullable String newPhone, Instant now) {
        name = newName.strip();
        if (!Objects.equals(phone, newPhone)) {
            phone = newPhone;
            phoneDoubtful = false;
        }
        changed(now);
    }

    /** Who gives the number anew has been told that it is right, also when it is the same. */
    void confirmPhone() {
        phoneDoubtful = false;
    }

    void writeTo(@Nullable String address) {
        email = address;
    }

    Estate.Resident shown() {
        return new Estate.Resident(id, name, phone, phoneDoubtful, email);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String phone() {
        return phone;
    }

    public boolean phoneDoubtful() {
        return phoneDoubtful;
    }

    public @Nullable String email() {
        return email;
    }
}
