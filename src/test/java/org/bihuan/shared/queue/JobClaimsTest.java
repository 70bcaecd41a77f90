package org.bihuan.shared.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.shared.queue.QueueRows.unique;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets which job. The kinds are nobody's, so that the application's own worker leaves them alone. */
@HttpTest
class JobClaimsTest {
    @Inject
    JobClaims claims;

    @Inject
    QueueRows rows;

    @Inject
    Clock clock;

    private String kind;
    private UUID first;
    private UUID other;

    @BeforeEach
    void settle() {
        kind = unique("CLAIMED");
        first = QueueRows.company(World.first());
        other = QueueRows.company(World.other());
    }

    private void due(UUID company, String ofKind, String key, int secondsAgo) {
        rows.add(company, ofKind, key, clock.instant().minusSeconds(secondsAgo));
    }

    private List<Claim> take(int most) {
        return claims.take(List.of(kind), List.of(), most);
    }

    private static List<String> keys(Collection<Claim> claims) {
        return claims.stream().map(claim -> claim.job().key()).toList();
    }

    @Test
    void aJobIsTakenOnceByWhoeverAsksAtTheSameTime() {
        IntStream.range(0, 40).forEach(i -> due(first, kind, "k" + i, 60));
        Set<String> taken = new HashSet<>();
        for (int round = 0; round < 40 && taken.size() < 40; round++) {
            Callable<List<Claim>> take = () -> take(3);
            for (List<Claim> one : AtOnce.run(Stream.generate(() -> take).limit(8))) {
                keys(one).forEach(key -> assertThat(taken.add(key)).as(key).isTrue());
            }
        }
        assertThat(taken).hasSize(40);
        assertThat(take(4)).isEmpty();
    }

    @Test
    void theOldestComesFirstAndWhatIsNotDueNotAtAll() {
        due(first, kind, "younger", 10);
        due(first, kind, "oldest", 20);
        rows.add(first, kind, "later", clock.instant().plusSeconds(60));
        assertThat(keys(take(1))).containsExactly("oldest");
        assertThat(keys(take(4))).containsExactly("younger");
    }

    @Test
    void whoDiedLosesTheJobWhenTheLeaseEndsAndCannotReportItAnyMore() {
        due(first, kind, "k", 5);
        Claim died = take(1).getFirst();
        assertThat(take(1)).isEmpty();
        assertThat(rows.row(kind, "k")).containsEntry("leased", true);
        rows.change("lease_until = now() - interval '1 millisecond'", kind, "k");
        Claim heir = take(1).getFirst();
        assertThat(heir.job().attempt()).as("a death is no failure").isEqualTo(1);
        assertThat(heir.silentEnds()).isEqualTo(1);
        assertThat(claims.done(died)).isFalse();
        assertThat(rows.state(kind, "k")).isEqualTo("READY");
        assertThat(claims.done(heir)).isTrue();
        assertThat(rows.state(kind, "k")).isEqualTo("DONE");
    }

    @Test
    void aLeaseEndsSoonEnoughThatNothingIsStuckForThirtySeconds() {
        assertThat(JobClaims.LEASE).isLessThanOrEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void theFirstOfAKeyCounts() {
        Instant now = clock.instant();
        assertThat(rows.add(first, kind, "k", now)).isTrue();
        assertThat(rows.add(first, kind, "k", now.minusSeconds(9))).isFalse();
        assertThat(rows.add(other, kind, "k", now)).as("another company's").isTrue();
        claims.done(take(1).getFirst());
        assertThat(rows.add(first, kind, "k", now)).as("after it was done").isFalse();
    }

    @Test
    void ofManyWhoAddTheSameAtTheSameTimeOneDoes() {
        Callable<Boolean> add = () -> rows.add(first, kind, "k", clock.instant());
        assertThat(AtOnce.run(Stream.generate(() -> add).limit(12)))
                .containsOnlyOnce(true)
                .hasSize(12);
    }

    @Test
    void whatWasRolledBackWasNeverPromised() {
        rows.addInVain(first, kind, "k", clock.instant());
        assertThat(rows.row(kind, "k")).isEmpty();
    }

    @Test
    void aThousandOfOneCompanyDoNotKeepAnotherWaiting() {
        IntStream.range(0, 200).forEach(i -> due(first, kind, "k" + i, 600));
        due(other, kind, "alone", 1);
        assertThat(keys(take(2))).contains("alone");
    }

    @Test
    void aSlowKindInHandLetsTheOthersGoFirst() {
        String quick = unique("QUICK");
        IntStream.range(0, 20).forEach(i -> due(first, kind, "slow" + i, 600));
        IntStream.range(0, 20).forEach(i -> due(other, kind, "slow" + i, 600));
        List<Claim> inHand = claims.take(List.of(kind, quick), List.of(), 3);
        due(first, quick, "quick", 1);
        assertThat(keys(claims.take(List.of(kind, quick), inHand, 1))).containsExactly("quick");
    }

    @Test
    void onlyTheKindsThatWereAskedForAreTaken() {
        due(first, kind, "k", 5);
        assertThat(claims.take(List.of(unique("ANOTHER")), List.of(), 4)).isEmpty();
        assertThat(keys(take(4))).containsExactly("k");
    }

    @Test
    void whatWasDoneIsForgottenAfterSevenDaysAndWhatIsDeadIsKept() {
        for (String key : List.of("old", "recent", "dead")) {
            due(first, kind, key, 5);
        }
        for (Claim claim : take(4)) {
            assertThat(claim.job().key().equals("dead") ? claims.dead(claim, "no") : claims.done(claim))
                    .isTrue();
        }
        rows.change("finished_at = finished_at - interval '8 days'", kind, "old");
        rows.change("finished_at = finished_at - interval '6 days'", kind, "recent");
        rows.change("finished_at = finished_at - interval '80 days'", kind, "dead");
        new ForgetJobsJob(claims, clock).run();
        assertThat(rows.row(kind, "old")).isEmpty();
        assertThat(rows.state(kind, "recent")).isEqualTo("DONE");
        assertThat(rows.state(kind, "dead")).isEqualTo("DEAD");
    }

    @Test
    void anErrorThatTheDatabaseCannotKeepIsMadeFitForIt() {
        due(first, kind, "k", 5);
        String nasty = "a\u0000b\ud800c" + "𠮷".repeat(2000);
        assertThat(claims.dead(take(1).getFirst(), nasty)).isTrue();
        assertThat(String.valueOf(rows.row(kind, "k").get("last_error"))).startsWith("a b c𠮷");
    }
}
