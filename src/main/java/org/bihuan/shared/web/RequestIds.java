package org.bihuan.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.bihuan.shared.Ids;
import org.jboss.logging.MDC;

/** Takes or makes {@code X-Request-Id}, returns it and puts it into every log line of the request. */
@ApplicationScoped
class RequestIds {
    private static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    MDC.put(KEY, of(request));
                    request.next();
                },
                FIRST);
    }

    /** The id of the request; taken or made when it is asked for first, also where the filter has not been yet. */
    static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String given = request.request().getHeader(HEADER);
        String id = given != null && ACCEPTED.matcher(given).matches()
                ? given
                : Ids.next().toString();
        request.put(KEY, id);
        request.response().putHeader(HEADER, id);
        return id;
    }
}
