package org.bihuan.notification.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.Role;
import org.bihuan.notification.domain.DeliveryLog;
import org.bihuan.notification.domain.DeliveryLogEntry;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/work-orders/{id}/messages")
@Tag(name = "Messages")
class DeliveryLogResource {
    private final DeliveryLog log;
    private final CurrentCaller caller;

    DeliveryLogResource(DeliveryLog log, CurrentCaller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.Names.FRONT_DESK, Role.Names.MANAGER})
    @Operation(
            summary = "Who was told about a work order",
            description = "Each message with what has become of it, the oldest first.")
    public Listing<DeliveryLogEntry> list(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return log.list(caller.get(), id, page);
    }
}
