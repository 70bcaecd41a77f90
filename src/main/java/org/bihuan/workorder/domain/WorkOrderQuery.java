package org.bihuan.workorder.domain;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of work orders may be filtered and sorted by. */
public class WorkOrderQuery {
    /** A leading minus means the other way round, as clients expect it. */
    public enum Sort {
        NEWEST("-createdAt", "createdAt", true),
        OLDEST("createdAt", "createdAt", false),
        CHANGED("-updatedAt", "updatedAt", true),
        UNCHANGED("updatedAt", "updatedAt", false),
        DUE("dueAt", "nextDueAt", false);

        private final String name;
        private final String field;
        private final boolean descending;

        Sort(String name, String field, boolean descending) {
            this.name = name;
            this.field = field;
            this.descending = descending;
        }

        String field() {
            return field;
        }

        boolean isDescending() {
            return descending;
        }

        static @Nullable Sort named(String name) {
            for (Sort sort : values()) {
                if (sort.name.equals(name)) {
                    return sort;
                }
            }
            return null;
        }
    }

    @QueryParam("communityId")
    public @Nullable UUID communityId;

    @QueryParam("status")
    public List<Status> status = List.of();

    @QueryParam("kind")
    public List<Kind> kind = List.of();

    @QueryParam("priority")
    public List<Priority> priority = List.of();

    @QueryParam("assigneeId")
    public @Nullable UUID assigneeId;

    @QueryParam("unitId")
    public @Nullable UUID unitId;

    @QueryParam("dueBefore")
    @Parameter(description = "Whose next running deadline is before this instant")
    public @Nullable Instant dueBefore;

    @QueryParam("createdFrom")
    public @Nullable Instant createdFrom;

    @QueryParam("createdTo")
    @Parameter(description = "Excluded")
    public @Nullable Instant createdTo;

    @QueryParam("q")
    @Parameter(description = "Words in the description, the reporter's name or phone, the unit's code or the number")
    public @Nullable String q;

    @QueryParam("number")
    public @Nullable String number;

    @QueryParam("sort")
    @Parameter(
            description = "-createdAt (default), createdAt, -updatedAt, updatedAt, or dueAt: only those with a running"
                    + " deadline, the next one first")
    public @Nullable String sort;
}
