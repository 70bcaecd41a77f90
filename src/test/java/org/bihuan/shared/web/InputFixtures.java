package org.bihuan.shared.web;

import java.util.HashMap;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;

/** What the tests of input send. */
final class InputFixtures {
    private InputFixtures() {}

    static Api desk() {
        return World.first().as("desk");
    }

    static Answer order(Object body) {
        return desk().send("POST", "/work-orders", body, "application/json");
    }

    static Answer orderWith(String field, Object value) {
        Map<String, Object> body = new HashMap<>(WorkOrderFixtures.repair(World.first()));
        body.put(field, value);
        return order(body);
    }

    static Answer json(Api api, String method, String path, Object body) {
        return api.send(method, path, body, "application/json");
    }
}
