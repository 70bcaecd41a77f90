package org.bihuan.shared.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Problem documents also for what never reaches a resource: too large a body, a path outside, a broken request line. */
@ApplicationScoped
class RawProblems {
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500);

    private final Problems problems;

    RawProblems(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, request -> answer(status, request)));
    }

    private void answer(int status, RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        ProblemTable.Row row = ProblemTable.ofStatus(status);
        Throwable cause = request.failure() == null ? new IllegalStateException() : request.failure();
        request.response()
                .setStatusCode(row.status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .end(Buffer.buffer(problems.bytes(problems.describe(row, cause, request))));
    }
}
