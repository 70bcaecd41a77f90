package org.bihuan.shared.web;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;

/**
 * Whether the application lives and is ready, also on the port its users use: a proxy in front asks there. The management port
 * tells the same and more.
 */
@ApplicationScoped
class HealthRoutes {
    private final SmallRyeHealthReporter health;

    HealthRoutes(SmallRyeHealthReporter health) {
        this.health = health;
    }

    void register(@Observes Router router) {
        router.get("/q/health/live").blockingHandler(request -> answer(request, health::getLiveness), false);
        router.get("/q/health/ready").blockingHandler(request -> answer(request, health::getReadiness), false);
    }

    private static void answer(RoutingContext request, Supplier<SmallRyeHealth> check) {
        SmallRyeHealth health = check.get();
        request.response()
                .setStatusCode(health.isDown() ? 503 : 200)
                .putHeader("Content-Type", "application/json")
                .end(health.getPayload().toString());
    }
}
