package org.bihuan.frontdesk.domain;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.frontdesk.Direction;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Phones;
import org.bihuan.workorder.Channel;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of interactions may be filtered and sorted by. */
public class InteractionQuery {
    private static final String NEWEST = "-startedAt";
    private static final String OLDEST = "startedAt";

    @QueryParam("communityId")
    public @Nullable UUID communityId;

    @QueryParam("phone")
    @Parameter(description = "As people type it")
    public @Nullable String phone;

    @QueryParam("residentId")
    public @Nullable UUID residentId;

    @QueryParam("channel")
    public List<Channel> channel = List.of();

    @QueryParam("direction")
    public @Nullable Direction direction;

    @QueryParam("takenById")
    @Parameter(description = "Who of the desk took it")
    public @Nullable UUID takenById;

    @QueryParam("from")
    @Parameter(description = "Began then or later")
    public @Nullable Instant from;

    @QueryParam("to")
    @Parameter(description = "Began before then")
    public @Nullable Instant to;

    @QueryParam("q")
    @Parameter(description = "Name, pinyin, phone or its last digits, code of a unit, or words of the notes")
    public @Nullable String q;

    @QueryParam("sort")
    @Parameter(description = "-startedAt (default) or startedAt")
    public @Nullable String sort;

    /** @throws InvalidInput for an order that is none */
    boolean isNewestFirst() {
        if (sort == null || sort.equals(NEWEST)) {
            return true;
        }
        if (sort.equals(OLDEST)) {
            return false;
        }
        throw InvalidInput.malformed("?sort", "NOT_ONE_OF", NEWEST + ", " + OLDEST);
    }

    /** In E.164. @throws InvalidInput when it cannot be a number */
    @Nullable
    String e164() {
        return phone == null ? null : Phones.askedFor(phone);
    }

    /** @throws InvalidInput for whatever the types of the parameters do not say */
    void requireUsable() {
        isNewestFirst();
        e164();
    }

    /** Whether it names so little that its own index finds all of it at once, wherever it is. */
    boolean isNarrow() {
        return phone != null || residentId != null;
    }
}
