package org.bihuan.ownerportal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.World;

/** What the owner of the first company does over the portal. */
final class OwnerFixtures {
    private OwnerFixtures() {}

    private static Api owner() {
        return World.first().as("owner");
    }

    static Map<String, Object> leak(Map<String, ?> location) {
        Map<String, Object> matter = new LinkedHashMap<>();
        matter.put("kind", "REPAIR");
        matter.put("description", "卫生间渗水");
        matter.put("location", location);
        return matter;
    }

    static Answer reported() {
        return owner().post("/my/work-orders", leak(Map.of("unitCode", "3-2-1202", "position", "卫生间")))
                .require(201);
    }

    static Answer mine(Answer order) {
        return owner().get("/my/work-orders/" + order.id()).require(200);
    }

    static Answer act(Answer order, String action, Map<String, ?> body) {
        return owner().post("/my/work-orders/" + order.id() + "/" + action, body);
    }
}
