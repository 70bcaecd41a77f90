package org.bihuan.company.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.testing.Api;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Which tokens open the door. */
@HttpTest
class AccessTokensTest {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration A_MONTH = Duration.ofDays(30).plusMinutes(1);

    @Inject
    SigningKeys keys;

    @Inject
    AgroalDataSource database;

    @Inject
    InstallationSecret secret;

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static String deskToken() {
        return World.first()
                .as("desk")
                .headers()
                .getOrDefault("Authorization", "")
                .substring("Bearer ".length());
    }

    private AccessTokens.Claims claims(String token) {
        return new AccessTokens(keys, Clock.systemUTC(), LIFETIME).read(token).orElseThrow();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireRefused(String token) {
        requireProblem(Api.nobody().with("Authorization", "Bearer " + token).get("/me"), 401);
    }

    @Test
    void forgedTokensAreNotValid() {
        String[] parts = deskToken().split("\\.", -1);
        String kid = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        for (String token : List.of(
                "x",
                "..",
                "a.b.c",
                "a.b.c.d.e",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + encoded("a wrong signature, long enough"),
                encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
                encoded(kid.replace("HS256", "none")) + "." + parts[1] + ".",
                encoded(kid.replace("HS256", "HS512")) + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"HS256\",\"kid\":\"other\"}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"HS256\",\"kid\":\"a\\u0000b\"}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"RS256\"}") + "." + parts[1] + "." + parts[2],
                parts[0] + "." + encoded("{\"iss\":\"bihuan\"}") + "." + parts[2],
                "x".repeat(9000))) {
            requireRefused(token);
        }
    }

    @Test
    void aTokenOfALivingSessionIsWorthNothingOnceItHasExpired() {
        AccessTokens.Claims desk = claims(deskToken());
        Instant now = Instant.now();
        requireRefused(new AccessTokens(keys, at(now.minus(LIFETIME).minusSeconds(1)), LIFETIME).issue(desk));
        String living = new AccessTokens(keys, at(now.minus(LIFETIME).plusSeconds(60)), LIFETIME).issue(desk);
        Api.nobody().with("Authorization", "Bearer " + living).get("/me").require(200);
    }

    @Test
    void aTokenNamesSessionAccountAndCompanyTogether() {
        AccessTokens tokens = new AccessTokens(keys, Clock.systemUTC(), LIFETIME);
        AccessTokens.Claims desk = claims(deskToken());
        AccessTokens.Claims other = claims(World.other()
                .as("desk")
                .headers()
                .getOrDefault("Authorization", "")
                .substring(7));
        requireRefused(tokens.issue(new AccessTokens.Claims(desk.company(), other.account(), desk.session())));
        requireRefused(tokens.issue(new AccessTokens.Claims(other.company(), desk.account(), desk.session())));
        requireRefused(tokens.issue(new AccessTokens.Claims(desk.company(), desk.account(), other.session())));
    }

    @Test
    void tokensOfTheEarlierKeyWorkUntilTheyExpire() {
        Instant start = Instant.now();
        AccessTokens.Claims desk = claims(deskToken());
        String before = new AccessTokens(keysAt(start), at(start), LIFETIME).issue(desk);
        Instant later = start.plus(A_MONTH);
        SigningKeys rotated = keysAt(later);
        rotated.rotate();
        String after = new AccessTokens(rotated, at(later), LIFETIME).issue(desk);
        assertThat(header(after)).isNotEqualTo(header(before));
        AccessTokens reader = new AccessTokens(keysAt(later), at(start.plusSeconds(60)), LIFETIME);
        assertThat(reader.read(before)).contains(desk);
        assertThat(new AccessTokens(keysAt(later), at(later), LIFETIME).read(after))
                .contains(desk);
    }

    private SigningKeys keysAt(Instant instant) {
        return new SigningKeys(database, secret, at(instant));
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }
}
