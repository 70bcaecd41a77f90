package org.bihuan.catalogue.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.catalogue.Liability;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Revisable;
import org.jspecify.annotations.Nullable;

/** What can be wrong, and what is known about it. */
@Entity
public class Category extends Revisable {
    @Id
    private UUID id;

    private String code;
    private String kind;
    private String nameZh;
    private String nameEn;
    private String trade;
    private String defaultPriority;

    @Enumerated(EnumType.STRING)
    private @Nullable WarrantyPart warrantyPart;

    @Enumerated(EnumType.STRING)
    private Liability usualLiability;

    @Column(columnDefinition = "text[]")
    private String[] tools;

    @Column(columnDefinition = "text[]")
    private String[] method;

    @Column(columnDefinition = "text[]")
    private String[] questions;

    private @Nullable Instant retiredAt;

    protected Category() {}

    Category(String code, CategoryDetails details, Instant now) {
        super(now);
        this.id = Ids.next();
        this.code = code;
        describe(details);
    }

    void change(CategoryDetails details, Instant now) {
        describe(details);
        if (details.retired() != isRetired()) {
            retiredAt = details.retired() ? now : null;
        }
        changed(now);
    }

    private void describe(CategoryDetails details) {
        kind = details.kind();
        nameZh = details.names().zhCn();
        nameEn = details.names().en();
        trade = details.trade();
        defaultPriority = details.defaultPriority();
        warrantyPart = details.warrantyPart();
        usualLiability = details.usualLiability();
        tools = details.tools().toArray(String[]::new);
        method = details.method().toArray(String[]::new);
        questions = details.questions().toArray(String[]::new);
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    public CategoryDetails details() {
        return new CategoryDetails(
                kind,
                new CategoryNames(nameZh, nameEn),
                trade,
                defaultPriority,
                warrantyPart,
                usualLiability,
                List.of(tools),
                List.of(method),
                List.of(questions),
                isRetired());
    }

    Catalogue.Category known() {
        return new Catalogue.Category(
                id, code, kind, nameZh, nameEn, trade, defaultPriority, warrantyPart, usualLiability);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public @Nullable Instant retiredAt() {
        return retiredAt;
    }
}
