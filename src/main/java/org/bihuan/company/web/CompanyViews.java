package org.bihuan.company.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.company.domain.Company;
import org.bihuan.company.domain.CompanyService;
import org.bihuan.shared.SingleLine;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Companies over the wire. */
final class CompanyViews {
    static final String USERNAME_IN_WORDS = "2 to 100 letters and digits of any script, and . _ @ + -";
    static final String USERNAME = "[\\p{L}\\p{N}._@+-]{2,100}";

    private CompanyViews() {}

    static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Schema(name = "SetUp")
    record SetUp(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Valid CompanyName company,
            @NotNull @Valid Admin admin) {
        CompanyService.Founding founding() {
            return new CompanyService.Founding(
                    company == null ? "" : given(company.name()), Admin.administrator(admin));
        }
    }

    @Schema(name = "CompanyName")
    record CompanyName(
            @NotBlank @Size(max = 200) @SingleLine String name) {}

    @Schema(name = "Admin")
    record Admin(
            @Schema(description = CompanyViews.USERNAME_IN_WORDS, pattern = "^\\S{2,100}$")
            @NotNull
            @Pattern(regexp = USERNAME)
            String username,

            @NotBlank @Size(max = 100) @SingleLine String displayName,
            @NotNull @Size(max = 1000) String password) {
        /** Also of one that is not valid, so that everything that is wrong with it can be found. */
        static CompanyService.Administrator administrator(@Nullable Admin admin) {
            return admin == null
                    ? new CompanyService.Administrator("", "", "")
                    : new CompanyService.Administrator(
                            given(admin.username), given(admin.displayName), given(admin.password));
        }
    }

    @Schema(name = "NewCompany")
    record NewCompany(
            @NotBlank @Size(max = 200) @SingleLine String name,
            @NotNull @Valid Admin admin) {
        CompanyService.Founding founding() {
            return new CompanyService.Founding(given(name), Admin.administrator(admin));
        }
    }

    @Schema(name = "FoundedCompany")
    record Founded(UUID id, String name) {
        static Founded of(Company company) {
            return new Founded(company.id(), company.name());
        }
    }

    @Schema(name = "Company")
    record Current(UUID id, String name, Instant createdAt, Instant updatedAt, long version) implements Versioned {
        static Current of(Company company) {
            return new Current(
                    company.id(), company.name(), company.createdAt(), company.updatedAt(), company.version());
        }
    }
}
