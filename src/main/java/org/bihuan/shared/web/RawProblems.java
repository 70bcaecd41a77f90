package org.bihuan.shared.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Problem documents also for what never reaches a resource: too large a body, a path outside, a broken request line. */
@ApplicationScoped
class RawProblems {
    private static final Logger LOG = Logger.getLogger(RawProblems.class);
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500);

    private final Problems problems;

    RawProblems(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        STATUSES.forEach(
                status -> router.errorHandler(status, request -> answer(ProblemTable.ofStatus(status), request)));
    }

    private void failed(RoutingContext request) {
        ProblemTable.Row row = ProblemTable.ofStatus(request.statusCode());
        if (row.status() == ProblemTable.UNKNOWN && request.failure() != null) {
            row = ProblemTable.row(ProblemTable.decisive(request.failure()));
        }
        boolean somebodyWaits = !request.response().closed(); // who has hung up is no failure of ours
        if (row.status() == ProblemTable.UNKNOWN && somebodyWaits) {
            LOG.errorf(request.failure(), "Request %s failed", RequestIds.of(request));
        }
        answer(row, request);
    }

    void answer(ProblemTable.Row row, RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        if (row.status() == 503) {
            request.response().putHeader("Retry-After", ProblemMapper.RETRY_SOON);
        }
        Throwable cause = request.failure() == null ? new IllegalStateException() : request.failure();
        request.response()
                .setStatusCode(row.status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .end(Buffer.buffer(problems.bytes(problems.describe(row, cause, request))));
    }
}
