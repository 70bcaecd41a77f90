package org.bihuan.catalogue.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.shared.Revisable;

/** How long the developer answers for a part of the building. A company has one for each part from its founding on. */
@Entity
public class WarrantyTerm extends Revisable {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private WarrantyPart part;

    private int length;

    @Enumerated(EnumType.STRING)
    private TermUnit unit;

    private String source;

    protected WarrantyTerm() {}

    void change(WarrantyTermDetails details, Instant now) {
        length = details.length();
        unit = details.unit();
        source = details.source();
        changed(now);
    }

    public WarrantyTermDetails details() {
        return new WarrantyTermDetails(length, unit, source);
    }

    WarrantyRule.Term term() {
        return new WarrantyRule.Term(length, unit);
    }

    public UUID id() {
        return id;
    }

    public WarrantyPart part() {
        return part;
    }
}
