package org.bihuan.company.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Role;
import org.bihuan.shared.MailAddress;
import org.bihuan.shared.SingleLine;
import org.jspecify.annotations.Nullable;

/** What an administrator may change about an account. */
public record AccountDetails(
        @NotBlank @Size(max = 100) @SingleLine String displayName,
        @NotEmpty Set<@NotNull Role> roles,
        @NotNull @Size(max = 1000) Set<@NotNull UUID> communityIds,
        @NotNull @Pattern(regexp = "zh-CN|en") String language,
        @MailAddress @Nullable String email,
        @JsonProperty(defaultValue = "false") boolean disabled) {}
