package org.bihuan.notification.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.notification.domain.Inbox;
import org.bihuan.notification.domain.InboxMessage;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/me/messages")
@Idempotent
@Authenticated
@Tag(name = "Messages")
class InboxResource {
    private final Inbox inbox;
    private final CurrentCaller caller;

    InboxResource(Inbox inbox, CurrentCaller caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List my messages", description = "The newest first, also those that were not mailed.")
    public Listing<InboxMessage> list(
            @BeanParam PageQuery page,
            @QueryParam("unread") @Parameter(description = "Only those I have not read") @Nullable Boolean unread) {
        return inbox.list(caller.get(), page, unread != null && unread);
    }

    @POST
    @Path("/{id}/read")
    @Operation(summary = "Note that I have read a message", description = "The first time counts.")
    public RestResponse<InboxMessage> read(@PathParam("id") UUID id) {
        return RestResponse.ok(inbox.read(caller.get(), id));
    }
}
