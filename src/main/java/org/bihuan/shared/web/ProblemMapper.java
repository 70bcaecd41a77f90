package org.bihuan.shared.web;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.bihuan.shared.DomainException;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.PreconditionMissing;
import org.bihuan.shared.Stale;
import org.bihuan.shared.TooManyTries;
import org.bihuan.shared.Versions;
import org.bihuan.shared.VisibleTarget;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request threw into a problem document. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    static final String RETRY_SOON = "2";

    private final Problems problems;
    private final AllowedMethods methods;
    private final Instance<VisibleTarget> targets;

    ProblemMapper(Problems problems, AllowedMethods methods, Instance<VisibleTarget> targets) {
        this.problems = problems;
        this.methods = methods;
        this.targets = targets;
    }

    @ServerExceptionMapper({
        DomainException.class,
        WebApplicationException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class,
        PersistenceException.class,
        ArcUndeclaredThrowableException.class,
        RuntimeException.class,
        Exception.class
    })
    public RestResponse<StoredJson> map(Throwable thrown, RoutingContext request, UriInfo uri) {
        Throwable cause = ProblemTable.decisive(thrown);
        if ((cause instanceof InvalidInput || cause instanceof PreconditionMissing) && !targetIsVisible(uri)) {
            cause = new NotFound();
        }
        if (cause instanceof NotFoundException && !allowed(request, uri)) {
            cause = new NotAllowedException(
                    Response.status(Response.Status.METHOD_NOT_ALLOWED).build());
        }
        return answer(cause, thrown, request, uri);
    }

    private RestResponse<StoredJson> answer(Throwable cause, Throwable thrown, RoutingContext request, UriInfo uri) {
        ProblemTable.Row row = ProblemTable.row(cause);
        if (row.status() == ProblemTable.UNKNOWN) {
            LOG.errorf(thrown, "Request %s failed", RequestIds.of(request));
        }
        Problem problem = problems.describe(row, cause, request);
        var response = RestResponse.ResponseBuilder.<StoredJson>create(row.status())
                .entity(new StoredJson(problems.bytes(problem)))
                .type(Problems.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        switch (cause) {
            case Stale stale -> response.header(HttpHeaders.ETAG, Versions.etag(stale.presentVersion()));
            case TooManyTries slow ->
                response.header(
                        HttpHeaders.RETRY_AFTER, Math.max(1, slow.retryAfter().toSeconds()));
            case NotAllowedException refused ->
                response.header(HttpHeaders.ALLOW, methods.at("/" + AllowedMethods.below(uri)));
            default -> {
                // no header of its own
            }
        }
        if (row.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (row.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
        }
        return response.build();
    }

    /** Also where the path is there for other methods only, which the routing does not always notice. */
    private boolean allowed(RoutingContext request, UriInfo uri) {
        List<String> taken = List.of(methods.at("/" + AllowedMethods.below(uri)).split(", ", -1));
        return taken.size() == 1 || taken.contains(request.request().method().name());
    }

    /** True also where nobody answers for the collection: then the path holds no secret. */
    private boolean targetIsVisible(UriInfo uri) {
        List<String> ids = uri.getPathParameters().getOrDefault("id", List.of());
        if (ids.isEmpty()) {
            return true;
        }
        String path = AllowedMethods.below(uri);
        return targets.stream()
                .filter(target -> path.startsWith(target.collection() + "/"))
                .allMatch(target ->
                        Ids.parse(ids.getFirst()).map(target::isVisible).orElse(false));
    }
}
