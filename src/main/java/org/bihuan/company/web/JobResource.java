package org.bihuan.company.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bihuan.company.Role;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.JobRegister;
import org.bihuan.shared.JobRegister.KeptJob;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the company's installation has promised to do and could not. */
@Path("/jobs")
@Idempotent
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Jobs")
class JobResource {
    private final JobRegister jobs;

    JobResource(JobRegister jobs) {
        this.jobs = jobs;
    }

    @GET
    @Operation(
            summary = "List jobs",
            description = "DEAD: what was tried as often as it may be and needs somebody to look, the latest first."
                    + " READY: what is still to be done, the first that is due first.")
    public Listing<KeptJob> list(
            @BeanParam PageQuery page,
            @QueryParam("state") @DefaultValue("DEAD") JobRegister.Listed state,
            @QueryParam("kind") @Nullable String kind) {
        return jobs.list(page, state, kind);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a job", description = "One that was done can be read for seven days.")
    public KeptJob read(@PathParam("id") UUID id) {
        return jobs.read(id);
    }

    @POST
    @Path("/{id}/run")
    @Operation(summary = "Run a dead job again", description = "At once, and with all its tries.")
    public KeptJob run(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return jobs.runAgain(id, ifMatch);
    }
}
