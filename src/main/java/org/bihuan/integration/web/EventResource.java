package org.bihuan.integration.web;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.integration.domain.EventStreams;
import org.bihuan.integration.domain.StreamItem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

@Path("/events")
@Tag(name = "Other systems")
class EventResource {
    private final EventStreams streams;
    private final CurrentCaller caller;

    EventResource(EventStreams streams, CurrentCaller caller) {
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER, Role.Names.TECHNICIAN})
    @Blocking
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no") // nginx would keep them back
    @Operation(
            summary = "Follow what happens",
            description =
                    "Server-sent events about the work orders the caller may see: the desk's of its communities, a"
                            + " technician's own and what is taken from them. The event `ready` says that nothing is missing up"
                            + " to here, `reset` that it is too long ago to know: then everything has to be read anew. The stream"
                            + " ends after a quarter of an hour at the latest, and with the session; then come again with"
                            + " `Last-Event-ID`.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> follow(
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "The id that came last; what has happened since comes first")
                    @Nullable
                    String lastEventId,
            @QueryParam("follow")
                    @DefaultValue("true")
                    @Parameter(description = "False to end when everything has been told", example = "false")
                    boolean follow,
            @Context Sse sse) {
        return streams.open(caller.get(), lastEventId, follow).map(item -> event(item, sse));
    }

    private static OutboundSseEvent event(StreamItem item, Sse sse) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        if (item.id() != null) {
            event.id(item.id());
        }
        if (item.event() == null || item.data() == null) {
            return event.comment("heartbeat").build();
        }
        return event.name(item.event()).data(item.data()).build();
    }
}
