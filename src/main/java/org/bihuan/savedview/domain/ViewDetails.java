package org.bihuan.savedview.domain;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.bihuan.savedview.SavedList;
import org.bihuan.shared.SingleLine;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says about a view they keep. */
@Schema(name = "NewSavedView")
public record ViewDetails(
        @NotBlank @Size(max = 60) @SingleLine String name,

        @NotNull SavedList list,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description =
                        "The query parameters of the list, each with a text, a number, true or false, or an array of"
                                + " these. Instants may be relative: NOW, TODAY, WEEK or MONTH, plus or minus an ISO 8601"
                                + " duration, such as NOW+PT2H or TODAY-P7D")
        @NotNull
        @Size(max = 40)
        Map<String, JsonNode> filter,

        @Schema(description = "As the list's sort parameter") @Size(max = 100) @Nullable
        String sort,

        @Schema(description = "Whether colleagues see it; false when left out") @Nullable
        Boolean shared,

        @Schema(
                description =
                        "With the people of which community it is shared; of the whole company when left out, which"
                                + " only administrators can")
        @Nullable
        UUID communityId) {
    boolean isShared() {
        return shared != null && shared;
    }
}
