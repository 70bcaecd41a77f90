package org.bihuan.catalogue.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.catalogue.Liability;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.shared.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may change about a category.
 *
 * @param tools to bring
 * @param method the usual steps, in order
 * @param questions to ask while the caller is still on the phone
 * @param retired whether it is no longer offered for new work orders
 */
public record CategoryDetails(
        @NotNull @Pattern(regexp = KIND) String kind,
        @NotNull @Valid CategoryNames names,
        @NotNull @Pattern(regexp = TRADE) String trade,
        @NotNull @Pattern(regexp = PRIORITY) String defaultPriority,
        @Nullable WarrantyPart warrantyPart,
        @NotNull Liability usualLiability,
        @NotNull @Size(max = MOST) List<@NotBlank @Size(max = LONGEST) @SingleLine String> tools,
        @NotNull @Size(max = MOST) List<@NotBlank @Size(max = LONGEST) @SingleLine String> method,
        @NotNull @Size(max = MOST) List<@NotBlank @Size(max = LONGEST) @SingleLine String> questions,
        @JsonProperty(defaultValue = "false") boolean retired) {
    public static final String CODE = "^[A-Z][A-Z0-9_]{1,59}$";
    // The modules that own kinds and priorities stand above this one, so here they are names only.
    public static final String KIND = "^(REPAIR|COMPLAINT|VISIT|INQUIRY|SUGGESTION|HAZARD)$";
    public static final String PRIORITY = "^(EMERGENCY|URGENT|NORMAL|LOW)$";
    public static final String TRADE = "^[A-Z][A-Z0-9_]{1,39}$";
    public static final int MOST = 30;
    public static final int LONGEST = 200;
}
