package org.bihuan.integration.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import org.bihuan.company.Role;
import org.bihuan.integration.domain.DeliveryService;
import org.bihuan.integration.domain.WebhookDelivery;
import org.bihuan.integration.web.WebhookViews.Delivery;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/webhooks/{id}")
@Idempotent
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Other systems")
class DeliveryResource {
    private final DeliveryService service;

    DeliveryResource(DeliveryService service) {
        this.service = service;
    }

    @POST
    @Path("/test")
    @Operation(
            summary = "Send a webhook a test",
            description = "An event of the type `webhook.test`; the delivery tells how it went.")
    @ResponseStatus(201)
    public RestResponse<Delivery> test(@PathParam("id") UUID id) {
        Delivery view = service.test(id, Delivery::of);
        return RestResponse.ResponseBuilder.<Delivery>created(
                        URI.create("/webhooks/" + id + "/deliveries/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/deliveries")
    @Operation(
            summary = "List the deliveries of a webhook",
            description = "The newest first. They are forgotten together with their events, after two weeks.")
    public Listing<Delivery> list(
            @PathParam("id") UUID id,
            @QueryParam("state") WebhookDelivery.@Nullable State state,
            @BeanParam PageQuery page) {
        return service.list(id, state, page, Delivery::of);
    }

    @GET
    @Path("/deliveries/{deliveryId}")
    @Operation(summary = "Read a delivery", description = "How often it was tried, and what was answered last.")
    public Delivery read(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return service.read(id, deliveryId, Delivery::of);
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
    @Operation(
            summary = "Send a delivery once more",
            description = "At once and with all its tries, whatever became of it; the message keeps its `webhook-id`.")
    public RestResponse<Delivery> replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return RestResponse.ok(service.replay(id, deliveryId, Delivery::of));
    }
}
