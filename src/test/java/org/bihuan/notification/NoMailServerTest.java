package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Mails;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** An installation that nobody has told of a mail server. */
@HttpTest
@TestProfile(NoMailServerTest.WithoutMail.class)
class NoMailServerTest {
    /** As if it sent, which is not sending either. */
    public static class WithoutMail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.mailer.mock", "true");
        }
    }

    private final World world = World.first();

    @Test
    void nothingPretendsToHaveBeenSent() {
        String owner = Correspondence.address("owner");
        String technician = Correspondence.reachable(world, "technician");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "王芳", owner));
        WorkOrderFixtures.dispatch(world, order);
        var log = Correspondence.settled(world, order.id());
        for (String kind : java.util.List.of("RECEIVED", "OFFERED")) {
            JsonNode entry = Correspondence.only(log, kind);
            assertThat(entry.path("state").asText()).isEqualTo("LOGGED");
            assertThat(entry.path("reason").asText()).isEqualTo("NO_MAIL_SERVER");
            assertThat(entry.path("sentAt").isNull()).isTrue();
            assertThat(entry.path("tries").asInt()).isZero();
            assertThat(Correspondence.jobs("SEND_MESSAGE", entry.path("id").asText()))
                    .isEmpty();
        }
        assertThat(Mails.to(owner)).isEmpty();
        assertThat(Mails.to(technician)).isEmpty();
        assertThat(Correspondence.items(
                        world.as("technician").get("/me/messages").require(200)))
                .isNotEmpty();
    }
}
