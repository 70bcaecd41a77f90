package org.bihuan.company.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.company.domain.Account;
import org.bihuan.company.domain.SignInService;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire when somebody comes in. */
final class AuthViews {
    private AuthViews() {}

    @Schema(name = "Credentials")
    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotNull @Size(max = 1000) String password) {}

    @Schema(name = "Refresh")
    record Refresh(@NotBlank @Size(max = 300) String refreshToken) {}

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @NotNull @Size(max = 1000) String current,
            @NotNull @Size(max = 1000) String next) {}

    @Schema(name = "Token")
    record Token(
            String accessToken,
            String tokenType,
            @Schema(description = "Seconds") long expiresIn,
            String refreshToken,
            SignedIn account) {
        static Token of(SignInService.Granted granted) {
            return new Token(
                    granted.accessToken(),
                    "Bearer",
                    granted.expiresInSeconds(),
                    granted.refreshToken(),
                    SignedIn.of(granted.account()));
        }
    }

    @Schema(name = "SignedInAccount")
    record SignedIn(
            UUID id, String username, String displayName, List<Role> roles, List<UUID> communityIds, String language) {
        static SignedIn of(Account account) {
            return new SignedIn(
                    account.accountId().value(),
                    account.username(),
                    account.displayName(),
                    List.copyOf(account.roles()),
                    account.communities().stream().sorted().toList(),
                    account.language());
        }
    }

    @Schema(name = "Me")
    record Me(
            UUID id,
            String username,
            String displayName,
            List<Role> roles,
            UUID companyId,
            List<UUID> communityIds,
            @Nullable UUID residentId,
            String language,
            long version)
            implements Versioned {
        static Me of(Caller caller) {
            return new Me(
                    caller.id().value(),
                    caller.username(),
                    caller.displayName(),
                    List.copyOf(caller.roles()),
                    caller.company().value(),
                    caller.communities().stream().sorted().toList(),
                    caller.residentId(),
                    caller.language(),
                    caller.version());
        }
    }
}
