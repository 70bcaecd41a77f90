package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.FakeIssuer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** People whom an OpenID Connect provider vouches for. */
@HttpTest
@TestProfile(OutsideProviderTest.WithProvider.class)
class OutsideProviderTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** With the provider configured. */
    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeIssuer.class));
        }
    }

    private static Map<String, Object> claims(String username) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer());
        claims.put("aud", "bihuan");
        claims.put("sub", "12345");
        claims.put("preferred_username", username);
        claims.put("groups", List.of("ADMIN", "OPERATOR"));
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        return claims;
    }

    private static String issuer() {
        return System.getProperty(FakeIssuer.URL);
    }

    private static Api bearing(String door, Map<String, Object> claims) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + door))
                    .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(claims)))
                    .build();
            String token =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Api.nobody().with("Authorization", "Bearer " + token);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverTheProviderNamesActsAsTheAccountOfThatName() {
        World world = World.first();
        Answer me = bearing("/sign", claims(world.username("desk"))).get("/me").require(200);
        assertThat(me.id()).isEqualTo(world.id("desk"));
        assertThat(me.body().path("roles")).extracting(role -> role.asText()).containsExactly("FRONT_DESK");
        bearing("/sign", claims(world.username("desk"))).get("/work-orders").require(200);
        requireProblem(bearing("/sign", claims(world.username("technician"))).post("/accounts", Map.of()), 403);
        String shouted = world.username("desk").toUpperCase(Locale.ROOT);
        assertThat(bearing("/sign", claims(shouted)).get("/me").id()).isEqualTo(world.id("desk"));
        String wide = "ｆ" + world.username("desk").substring(1);
        assertThat(bearing("/sign", claims(wide)).get("/me").id()).isEqualTo(world.id("desk"));
    }

    @Test
    void whoHasNoAccountHereIsNotSignedIn() {
        World.first();
        requireProblem(bearing("/sign", claims("nobody.here")).get("/me"), 401);
        Map<String, Object> nameless = claims("x");
        nameless.remove("preferred_username");
        requireProblem(bearing("/sign", nameless).get("/me"), 401);
    }

    @Test
    void tokensThatAreNotTheProvidersOrNotForUsAreNotValid() {
        String username = World.first().username("desk");
        requireProblem(bearing("/sign-wrongly", claims(username)).get("/me"), 401);
        requireProblem(
                with(username, "exp", Instant.now().minusSeconds(300).getEpochSecond())
                        .get("/me"),
                401);
        requireProblem(with(username, "iss", "http://elsewhere.example").get("/me"), 401);
        requireProblem(with(username, "aud", "somebody-else").get("/me"), 401);
        requireProblem(Api.nobody().with("Authorization", "Bearer nonsense").get("/me"), 401);
    }

    private static Api with(String username, String claim, Object value) {
        Map<String, Object> claims = claims(username);
        claims.put(claim, value);
        return bearing("/sign", claims);
    }

    @Test
    void disabledAccountsStayOut() {
        World world = World.first();
        Answer account = world.as("admin").get("/accounts/" + world.id("desk2"));
        Answer off = world.as("admin")
                .patch("/accounts/" + account.id(), Map.of("disabled", true), account)
                .require(200);
        requireProblem(bearing("/sign", claims(world.username("desk2"))).get("/me"), 401);
        world.as("admin")
                .patch("/accounts/" + account.id(), Map.of("disabled", false), off)
                .require(200);
        bearing("/sign", claims(world.username("desk2"))).get("/me").require(200);
    }

    @Test
    void ourOwnTokensWorkBesideIt() {
        World.first().as("desk").get("/me").require(200);
    }
}
