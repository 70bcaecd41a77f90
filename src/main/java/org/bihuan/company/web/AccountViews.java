package org.bihuan.company.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.Role;
import org.bihuan.company.domain.Account;
import org.bihuan.company.domain.AccountDetails;
import org.bihuan.company.domain.AccountService;
import org.bihuan.shared.Language;
import org.bihuan.shared.MailAddress;
import org.bihuan.shared.SingleLine;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Accounts over the wire. */
final class AccountViews {
    private AccountViews() {}

    @Schema(name = "NewAccount")
    record NewAccount(
            @Schema(description = CompanyViews.USERNAME_IN_WORDS, pattern = "^\\S{2,100}$")
            @NotNull
            @Pattern(regexp = CompanyViews.USERNAME)
            String username,

            @NotBlank @Size(max = 100) @SingleLine String displayName,
            @NotNull @Size(max = 1000) String password,
            @NotEmpty Set<@NotNull Role> roles,
            @Size(max = 1000) @Nullable Set<@NotNull UUID> communityIds,
            @Pattern(regexp = "zh-CN|en") @Nullable String language,
            @MailAddress @Nullable String email,

            @Schema(description = "For an OWNER: whose account it is") @Nullable
            UUID residentId) {
        /** Also of one that is not valid, so that everything that is wrong with it can be found. */
        AccountService.NewAccount wanted() {
            AccountDetails details = new AccountDetails(
                    CompanyViews.given(displayName).strip(),
                    roles == null ? Set.of() : roles,
                    communityIds == null ? Set.of() : communityIds,
                    language == null ? Language.ZH_CN.tag() : language,
                    email,
                    false);
            return new AccountService.NewAccount(
                    CompanyViews.given(username), CompanyViews.given(password), details, residentId);
        }
    }

    @Schema(name = "NewPassword")
    record NewPassword(@NotNull @Size(max = 1000) String password) {}

    @Schema(name = "Account")
    record View(
            UUID id,
            String username,
            String displayName,
            List<Role> roles,
            List<UUID> communityIds,
            String language,
            @Nullable String email,
            @Nullable UUID residentId,
            @Nullable Instant disabledAt,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Account account) {
            return new View(
                    account.accountId().value(),
                    account.username(),
                    account.displayName(),
                    List.copyOf(account.roles()),
                    account.communities().stream().sorted().toList(),
                    account.language(),
                    account.email(),
                    account.residentId(),
                    account.disabledAt(),
                    account.createdAt(),
                    account.updatedAt(),
                    account.version());
        }
    }
}
