package org.bihuan.workorder.domain;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.catalogue.Liability;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Phones;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.ClosingReason;
import org.bihuan.workorder.HoldReason;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.Status;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of work orders may be filtered and sorted by. */
public class WorkOrderQuery {
    /** A leading minus means the other way round, as clients expect it. Each is the order of an index. */
    public enum Sort {
        NEWEST("-createdAt", null, "createdAt"),
        OLDEST("createdAt", null, "createdAt"),
        CHANGED("-updatedAt", null, "updatedAt"),
        UNCHANGED("updatedAt", null, "updatedAt"),
        DUE("dueAt", "w.nextDueAt is not null", "nextDueAt"),
        URGENT("priority", WorkOrderSearch.OPEN, "urgency", "attentionAt"),
        NEXT_CHECK("nextCheckAt", "w.hold.nextCheckAt is not null", "hold.nextCheckAt"),
        CLOSED_LAST("-closedAt", "w.closing.at is not null", "closing.at"),
        CLOSED_FIRST("closedAt", "w.closing.at is not null", "closing.at");

        private final String name;
        private final @Nullable String condition;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> fields;

        Sort(String name, @Nullable String condition, String... fields) {
            this.name = name;
            this.condition = condition;
            this.fields = List.of(fields);
        }

        /** Which orders have a place in it; null when all have. */
        @Nullable
        String condition() {
            return condition;
        }

        /** Apart from the id, which comes last. */
        List<String> fields() {
            return fields;
        }

        boolean isDescending() {
            return name.startsWith("-");
        }

        /** What stands at a place of a cursor. */
        Object key(int place, Paging.Position position) {
            boolean number = fields.get(place).equals("urgency");
            return number ? Integer.valueOf(position.text(place)) : position.instant(place);
        }

        static @Nullable Sort named(String name) {
            return Arrays.stream(values())
                    .filter(sort -> sort.name.equals(name))
                    .findFirst()
                    .orElse(null);
        }

        static String names() {
            return Arrays.stream(values()).map(sort -> sort.name).collect(Collectors.joining(", "));
        }
    }

    private static final Set<Status> OPEN = EnumSet.complementOf(EnumSet.of(Status.CLOSED, Status.CANCELLED));

    @QueryParam("communityId")
    public @Nullable UUID communityId;

    @QueryParam("status")
    public List<Status> status = List.of();

    @QueryParam("open")
    @Parameter(description = "true: neither closed nor cancelled; false: one of both")
    public @Nullable Boolean open;

    @QueryParam("kind")
    public List<Kind> kind = List.of();

    @QueryParam("priority")
    public List<Priority> priority = List.of();

    @QueryParam("categoryCode")
    public List<String> categoryCode = List.of();

    @QueryParam("channel")
    public List<Channel> channel = List.of();

    @QueryParam("assigneeId")
    public @Nullable UUID assigneeId;

    @QueryParam("unassigned")
    @Parameter(description = "true: those that wait for somebody to be sent; false: all others")
    public @Nullable Boolean unassigned;

    @QueryParam("registeredById")
    public @Nullable UUID registeredById;

    @QueryParam("buildingId")
    public @Nullable UUID buildingId;

    @QueryParam("unitId")
    public @Nullable UUID unitId;

    @QueryParam("residentId")
    @Parameter(description = "Who reported it")
    public @Nullable UUID residentId;

    @QueryParam("phone")
    @Parameter(description = "Of the reporter, as people type it")
    public @Nullable String phone;

    @QueryParam("overdue")
    @Parameter(description = "Whether a running deadline has passed")
    public @Nullable Boolean overdue;

    @QueryParam("dueFrom")
    @Parameter(description = "Whose next running deadline is then or later")
    public @Nullable Instant dueFrom;

    @QueryParam("dueBefore")
    @Parameter(description = "Whose next running deadline is before this instant")
    public @Nullable Instant dueBefore;

    @QueryParam("holdReason")
    public List<HoldReason> holdReason = List.of();

    @QueryParam("nextCheckBefore")
    @Parameter(description = "On hold, and to be looked at again before this instant")
    public @Nullable Instant nextCheckBefore;

    @QueryParam("appointmentFrom")
    @Parameter(description = "Open ones whose preferred window begins then or later")
    public @Nullable Instant appointmentFrom;

    @QueryParam("appointmentTo")
    @Parameter(description = "Open ones whose preferred window begins before this instant")
    public @Nullable Instant appointmentTo;

    @QueryParam("reopened")
    @Parameter(description = "Whether it is in its second round or a later one")
    public @Nullable Boolean reopened;

    @QueryParam("resolutionCode")
    public List<ResolutionCode> resolutionCode = List.of();

    @QueryParam("closingReason")
    public List<ClosingReason> closingReason = List.of();

    @QueryParam("liability")
    public List<Liability> liability = List.of();

    @QueryParam("createdFrom")
    public @Nullable Instant createdFrom;

    @QueryParam("createdTo")
    @Parameter(description = "Excluded")
    public @Nullable Instant createdTo;

    @QueryParam("updatedFrom")
    public @Nullable Instant updatedFrom;

    @QueryParam("updatedTo")
    @Parameter(description = "Excluded")
    public @Nullable Instant updatedTo;

    @QueryParam("closedFrom")
    public @Nullable Instant closedFrom;

    @QueryParam("closedTo")
    @Parameter(description = "Excluded")
    public @Nullable Instant closedTo;

    @QueryParam("q")
    @Parameter(
            description =
                    "Number, name, pinyin, phone or its last digits, code of a unit, or words of the description and the notes")
    public @Nullable String q;

    @QueryParam("number")
    public @Nullable String number;

    @QueryParam("sort")
    @Parameter(
            description = "-createdAt (default), createdAt, -updatedAt, updatedAt; dueAt: only those with a running"
                    + " deadline, the next one first; priority: only open ones, the most urgent first and of these what is"
                    + " due or to be looked at next; nextCheckAt: only those on hold; closedAt, -closedAt: only closed"
                    + " ones. Numbers are given in the order of recording")
    public @Nullable String sort;

    /** @throws InvalidInput for a name that is none */
    Sort sort() {
        Sort named = sort == null ? Sort.NEWEST : Sort.named(sort);
        if (named == null) {
            throw InvalidInput.malformed("?sort", "NOT_ONE_OF", Sort.names());
        }
        return named;
    }

    /** In E.164. @throws InvalidInput when it cannot be a number */
    @Nullable
    String e164() {
        return phone == null ? null : Phones.askedFor(phone);
    }

    /** @throws InvalidInput for whatever the types of the parameters do not say */
    void requireUsable() {
        sort();
        e164();
    }

    /** Whether only open orders can meet it, so that their indexes can answer it. */
    boolean isAboutOpenOrders() {
        return Boolean.TRUE.equals(open)
                || Boolean.TRUE.equals(unassigned)
                || Boolean.TRUE.equals(overdue)
                || dueFrom != null
                || dueBefore != null
                || appointmentFrom != null
                || appointmentTo != null
                || nextCheckBefore != null
                || !holdReason.isEmpty()
                || (!status.isEmpty() && OPEN.containsAll(status));
    }

    /** Whether it names so little that its own index finds all of it at once, wherever it is. */
    boolean isNarrow() {
        return number != null
                || unitId != null
                || buildingId != null
                || residentId != null
                || phone != null
                || assigneeId != null
                || (q != null && !q.isBlank());
    }
}
