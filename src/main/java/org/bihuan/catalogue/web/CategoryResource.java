package org.bihuan.catalogue.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import org.bihuan.catalogue.domain.Category;
import org.bihuan.catalogue.domain.CategoryDetails;
import org.bihuan.catalogue.domain.CategoryFilter;
import org.bihuan.catalogue.domain.CategoryService;
import org.bihuan.company.Role;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Listing;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/catalogue/categories")
@Idempotent
@Tag(name = "Catalogue")
class CategoryResource {
    private final CategoryService service;
    private final CurrentLanguage language;
    private final StrictJson json;

    CategoryResource(CategoryService service, CurrentLanguage language, StrictJson json) {
        this.service = service;
        this.language = language;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN, Role.Names.OWNER
    })
    @Operation(summary = "List categories", description = "In the order of their codes.")
    public Listing<CategoryViews.View> list(
            @BeanParam PageQuery page,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("trade") @Nullable String trade,
            @Parameter(description = "A part of the code or of a name") @QueryParam("q") @Nullable String q,
            @QueryParam("includeRetired") @DefaultValue("false") boolean includeRetired) {
        if (kind != null && !kind.matches(CategoryDetails.KIND)) {
            throw InvalidInput.malformed("?kind", "WRONG_FORMAT");
        }
        return service.list(page, new CategoryFilter(kind, trade, q, includeRetired), this::view);
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Create a category", description = "Its code is unique in the company and stays.")
    @ResponseStatus(201)
    public RestResponse<CategoryViews.View> create(CategoryViews.NewCategory wanted) {
        CategoryViews.View view = service.create(wanted.code(), wanted.details(), this::view);
        return RestResponse.ResponseBuilder.<CategoryViews.View>created(
                        URI.create("/catalogue/categories/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.MANAGER, Role.Names.FRONT_DESK, Role.Names.TECHNICIAN, Role.Names.OWNER
    })
    @Operation(
            summary = "Read a category",
            description = "With the usual steps, and the questions to ask while the caller is on the phone.")
    public CategoryViews.View read(@PathParam("id") UUID id) {
        return service.read(id, this::view);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary = "Change a category",
            description = "Also retires it and brings it back. Its code stays, because work orders are known by it.")
    public CategoryViews.View change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CategoryDetails.class))) JsonNode patch) {
        return service.change(id, ifMatch, details -> json.patch(details, patch, CategoryDetails.class), this::view);
    }

    private CategoryViews.View view(Category category) {
        return CategoryViews.View.of(category, language.get());
    }
}
