package org.bihuan.followup.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.shared.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about a policy.
 *
 * @param sharePercent how many of a hundred are called
 * @param dueWithin an ISO 8601 duration from the completion of the work
 * @param maxAttempts after how many attempts that reached nobody the matter closes as unreachable
 * @param leakCategoryCodes the categories that count as leaks; for CRITICAL only
 * @param reason why it is so: the contract, the house rule, the standard
 * @param retired no longer in force; for the rules of categories only
 */
public record PolicyDetails(
        @NotNull @Min(0) @Max(100) Integer sharePercent,
        @NotNull @Size(max = 30) String dueWithin,
        @NotNull @Min(1) @Max(10) Integer maxAttempts,
        @Size(max = 200) @Nullable List<@NotBlank @Size(max = 60) @SingleLine String> leakCategoryCodes,
        @Size(max = 500) @Nullable String reason,
        @JsonProperty(defaultValue = "false") boolean retired) {}
