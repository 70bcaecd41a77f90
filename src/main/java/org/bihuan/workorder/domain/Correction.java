package org.bihuan.workorder.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.bihuan.workorder.NewWorkOrder;
import org.bihuan.workorder.Place;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Reporter;
import org.bihuan.workorder.TimeWindow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the desk may correct about a recorded matter. */
@Schema(name = "WorkOrderDetails")
public record Correction(
        @NotBlank @Size(max = 4000) String description,
        @Size(max = 60) @Nullable String categoryCode,
        @NotNull Priority priority,
        @Valid @Nullable Place location,
        @Valid @Nullable Reporter reporter,
        @Valid @Nullable TimeWindow preferredWindow) {

    static Correction of(WorkOrder order, @Nullable String categoryCode) {
        Spot spot = order.spot();
        Contact reporter = order.reporter();
        return new Correction(
                order.description(),
                categoryCode,
                order.priority(),
                new Place(spot.unitId(), null, spot.unitId() == null ? spot.buildingId() : null, spot.position()),
                new Reporter(reporter.residentId(), reporter.reporterName(), reporter.reporterPhone()),
                order.preferredWindow());
    }

    /**
     * A patch as clients write it, made to fit: {@code category: {code}} as the order shows it is {@code categoryCode}, and a
     * new place or reporter takes the place of all that named the old one.
     */
    static JsonNode consistent(JsonNode patch) {
        if (!(patch.deepCopy() instanceof ObjectNode changes)) {
            return patch;
        }
        JsonNode category = changes.remove("category");
        if (category != null && !changes.has("categoryCode")) {
            JsonNode code = category.isObject() ? category.get("code") : category;
            if (code != null) {
                changes.set("categoryCode", code);
            }
        }
        replaces(changes.path("location"), "unitCode", "unitId", "buildingId");
        replaces(changes.path("location"), "unitId", "unitCode", "buildingId");
        replaces(changes.path("location"), "buildingId", "unitId", "unitCode");
        replaces(changes.path("reporter"), "residentId", "name", "phone");
        replaces(changes.path("reporter"), "phone", "residentId");
        replaces(changes.path("reporter"), "name", "residentId");
        return changes;
    }

    /** Where in a patch its author wrote the category. */
    public static String pointerOfCategory(JsonNode patch) {
        if (patch.has("categoryCode") || !patch.has("category")) {
            return "/categoryCode";
        }
        return patch.path("category").isObject() ? "/category/code" : "/category";
    }

    /** Who names one thing anew does not mean the other names of the old one. */
    private static void replaces(JsonNode part, String given, String... others) {
        if (part instanceof ObjectNode fields && fields.hasNonNull(given)) {
            for (String other : others) {
                if (!fields.has(other)) {
                    fields.putNull(other);
                }
            }
        }
    }

    /** Whether the clocks count something else: only these three, so that a corrected word moves no deadline. */
    boolean isPlannedOtherwiseThan(Correction other) {
        return priority != other.priority
                || !Objects.equals(categoryCode, other.categoryCode)
                || !Objects.equals(preferredWindow, other.preferredWindow);
    }

    /** As a new matter, without what has not changed and need not be looked up again. */
    NewWorkOrder asNew(WorkOrder order, Correction before) {
        return new NewWorkOrder(
                order.communityId(),
                order.kind(),
                Objects.equals(before.categoryCode, categoryCode) ? null : categoryCode,
                description,
                location,
                Objects.equals(before.reporter, reporter) ? null : reporter,
                priority,
                order.channel(),
                Objects.equals(before.preferredWindow, preferredWindow) ? null : preferredWindow);
    }
}
