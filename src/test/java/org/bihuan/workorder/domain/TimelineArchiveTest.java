package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What somebody does to the archive who may do anything in the database: nothing of it is kept. Each time there are two sealed
 * orders of five lines, and one of two lines that is not sealed yet.
 */
@HttpTest
class TimelineArchiveTest {
    private static @Nullable Orders made;

    private Answer first;
    private Answer second;
    private Answer fresh;

    @Inject
    TimelineSealing sealing;

    private record Orders(Answer first, Answer second, Answer fresh) {}

    @BeforeEach
    void threeOrders() {
        Orders orders = made;
        if (orders == null) {
            orders = make();
            made = orders;
        }
        first = orders.first();
        second = orders.second();
        fresh = orders.fresh();
    }

    private Orders make() {
        World world = World.fresh();
        Answer one = WorkOrderFixtures.inProgress(world);
        Answer other = WorkOrderFixtures.inProgress(world);
        note(world, one, "水泵\"异响\"\\已断电\n明早 9:00 再看\t🔧 'n'");
        note(world, other, "业主来电");
        sealing.sealAll(companyOf(one));
        return new Orders(one, other, WorkOrderFixtures.dispatched(world));
    }

    /** Sealed apart, so that no test seals what another has left open. */
    private static UUID companyOf(Answer order) {
        return UUID.fromString(order.text("/companyId"));
    }

    private static void note(World world, Answer order, String text) {
        world.as("desk")
                .post("/work-orders/" + order.id() + "/notes", Map.of("text", text, "visibility", "INTERNAL"))
                .require(201);
    }

    private Tampering tampering() throws SQLException {
        return new Tampering(first, second, fresh);
    }

    private String company() {
        return first.text("/companyId");
    }

    private static void requireBroken(ArchiveCheck.Findings found, Answer order, int seq, String words) {
        assertThat(found.broken())
                .singleElement()
                .satisfies(link -> assertThat(link.what()).contains(words))
                .extracting(BrokenLink::order, BrokenLink::seq)
                .containsExactly(order.text("/number"), seq);
    }

    @Test
    void whatNobodyTouchedIsIntact() throws SQLException {
        try (Tampering nothing = tampering()) {
            ArchiveCheck.Findings found = nothing.check();
            assertThat(found.broken()).isEmpty();
            assertThat(found.orders()).isEqualTo(3);
            assertThat(found.lines()).isEqualTo(12);
            assertThat(found.older()).isZero();
            assertThat(found.seals()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            set note = 'nothing was said'
            set at = at + interval '1 microsecond'
            set visible = not visible
            set type = 'CHANGE'
            set actor_name = 'Somebody else'
            set actor_id = null
            set reason = ''
            set round = 2
            set to_status = 'CLOSED'
            set data = '{"a": 1}'
            set hash = decode(repeat('00', 32), 'hex')
            """)
    void aChangedLineIsFound(String change) throws SQLException {
        for (int seq : List.of(1, 3, 5)) {
            try (Tampering by = tampering()) {
                by.sql("update timeline_entry " + change + " where work_order_id = :first and seq = " + seq);
                requireBroken(by.check(), first, seq, "not what was written");
            }
        }
    }

    @Test
    void aTextTakenAwayIsFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("update timeline_entry set note = null where work_order_id = :first and seq = 5");
            requireBroken(by.check(), first, 5, "not what was written");
        }
    }

    @Test
    void aLineTakenOutOfTheMiddleIsFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("delete from timeline_entry where work_order_id = :first and seq = 3");
            requireBroken(by.check(), first, 3, "missing");
        }
    }

    @Test
    void soItIsWhenTheOthersMoveUp() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("delete from timeline_entry where work_order_id = :first and seq = 3");
            by.sql("update timeline_entry set seq = seq - 1 where work_order_id = :first and seq > 3");
            requireBroken(by.check(), first, 3, "not what was written");
        }
    }

    @Test
    void theLastLineThatIsTakenAwayIsMissed() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("delete from timeline_entry where work_order_id = :first and seq = 5");
            requireBroken(by.check(), first, 5, "the work order counts 5");
            by.sql("update work_order set last_seq = 4 where id = :first");
            requireBroken(by.check(), first, 5, "sealed");
        }
    }

    @Test
    void soIsOneThatIsNotSealedYet() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("delete from timeline_entry where work_order_id = :fresh and seq = 2");
            by.sql("update work_order set last_seq = 1 where id = :fresh");
            requireBroken(by.check(), fresh, 2, "was to be");
        }
    }

    @Test
    void allLinesOfAnOrderAreMissed() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("delete from timeline_entry where work_order_id = :second");
            requireBroken(by.check(), second, 1, "missing");
            by.sql("update work_order set last_seq = 0 where id = :second");
            requireBroken(by.check(), second, 1, "missing");
        }
    }

    @Test
    void anOrderThatHasGoneWithItsLinesIsMissed() throws SQLException {
        for (Answer gone : List.of(second, fresh)) {
            try (Tampering by = tampering()) {
                by.sql("delete from timeline_entry where work_order_id = '" + gone.id() + "'");
                by.sql("delete from work_order where id = '" + gone.id() + "'");
                assertThat(by.check().broken())
                        .containsExactly(new BrokenLink(gone.id(), 1, "this work order has gone"));
            }
        }
    }

    @Test
    void linesThatChangedPlacesAreFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.renumber(":first", 4, 99);
            by.renumber(":first", 5, 4);
            by.renumber(":first", 99, 5);
            requireBroken(by.check(), first, 4, "not what was written");
        }
    }

    @Test
    void textsThatChangedPlacesAreFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.swap(":first", 2, ":first", 4);
            requireBroken(by.check(), first, 2, "not what was written");
        }
    }

    @Test
    void linesExchangedBetweenOrdersAreFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.swap(":first", 5, ":second", 5);
            assertThat(by.check().broken())
                    .extracting(BrokenLink::order, BrokenLink::seq)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(first.text("/number"), 5),
                            org.assertj.core.groups.Tuple.tuple(second.text("/number"), 5));
        }
    }

    @Test
    void aLinePutInAtTheEndIsFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.copyOfLine(":first", 5, 6);
            requireBroken(by.check(), first, 6, "has one");
            by.rehash(":first");
            requireBroken(by.check(), first, 6, "put in");
            by.sql("update work_order set last_seq = 6 where id = :first");
            requireBroken(by.check(), first, 6, "covered by no seal");
        }
    }

    @Test
    void aLinePutIntoTheMiddleIsFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.renumber(":first", 5, 6);
            by.copyOfLine(":first", 4, 5);
            requireBroken(by.check(), first, 5, "has no hash");
            by.rehash(":first");
            by.sql("update work_order set last_seq = 6 where id = :first");
            requireBroken(by.check(), first, 5, "not what seal 1 covers");
        }
    }

    @Test
    void whoAlsoMakesAllHashesAnewIsFoundByTheSeal() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("update timeline_entry set note = '无人来电' where work_order_id = :first and seq = 2");
            by.rehash(":first");
            requireBroken(by.check(), first, 5, "not what seal 1 covers");
        }
    }

    @Test
    void whoAlsoRewritesWhatWasSealedIsFoundByTheHashOfTheSeal() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("update timeline_entry set note = '无人来电' where work_order_id = :first and seq = 2");
            by.rehash(":first");
            by.sql("update timeline_sealed_head h set hash = e.hash from timeline_entry e"
                    + " where e.work_order_id = h.work_order_id and e.seq = h.seq and e.work_order_id = :first");
            assertThat(by.check().broken())
                    .singleElement()
                    .satisfies(link ->
                            assertThat(link.toString()).startsWith("Seal 1: this seal is not what was written"));
        }
    }

    @Test
    void onlyASealNotedDownElsewhereFindsWhoRewritesTheSealsToo() throws SQLException {
        try (Tampering by = tampering()) {
            SealName noted = Objects.requireNonNull(by.check().newest());
            by.sql("update timeline_entry set note = '无人来电' where work_order_id = :first and seq = 2");
            by.rehash(":first");
            by.resealAnew();
            assertThat(by.check().broken()).isEmpty();
            assertThat(by.check(noted).broken())
                    .singleElement()
                    .satisfies(link -> assertThat(link.toString()).startsWith("Seal 1: this seal was noted down as"));
        }
    }

    @Test
    void aSealThatHasGoneIsMissed() throws SQLException {
        try (Tampering by = tampering()) {
            SealName noted = Objects.requireNonNull(by.check().newest());
            by.sql("delete from timeline_sealed_head where company_id = :company");
            assertThat(by.check().broken().getFirst().toString())
                    .startsWith("Seal 1: this seal is not what was written");
            by.sql("delete from timeline_seal where company_id = :company");
            assertThat(by.check().broken())
                    .extracting(BrokenLink::what)
                    .containsOnly("this line is covered by no seal and does not wait for one");
            assertThat(by.check(noted).broken().getFirst().toString()).startsWith("Seal 1: this seal is missing");
        }
    }

    @Test
    void linesFromBeforeThereWereHashesAreCoveredByTheNextLineAndTheNextSeal() throws SQLException {
        try (Tampering by = tampering()) {
            by.makeOlder(":fresh");
            assertThat(by.check().older()).isEqualTo(2);
            by.thirdLine(":fresh");
            assertThat(by.check().broken()).isEmpty();
            by.sql("update timeline_entry set note = 'x' where work_order_id = :fresh and seq = 1");
            requireBroken(by.check(), fresh, 3, "not what was written");
        }
    }

    @Test
    void aLineWithoutAHashAfterOneThatHasOneIsFound() throws SQLException {
        try (Tampering by = tampering()) {
            by.sql("update timeline_entry set hash = null where work_order_id = :first and seq = 4");
            requireBroken(by.check(), first, 4, "has no hash");
        }
    }

    @Test
    void nobodyLeavesAGap() throws SQLException {
        try (Tampering by = tampering()) {
            assertThatThrownBy(() -> by.appendAsAnybody(":first", 7))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("has no line before it");
        }
    }

    @Test
    void racingWritersAndSealsLeaveItIntact() throws SQLException {
        World world = World.fresh();
        List<Answer> orders = Stream.generate(() -> WorkOrderFixtures.registered(world))
                .limit(4)
                .toList();
        Stream<Callable<Integer>> writers = IntStream.range(0, 8).mapToObj(writer -> () -> {
            IntStream.range(0, 12).forEach(i -> note(world, orders.get((writer + i) % 4), writer + " " + i));
            return 0;
        });
        UUID company = companyOf(orders.getFirst());
        Stream<Callable<Integer>> sealers = Stream.generate(() -> (Callable<Integer>) () -> IntStream.range(0, 10)
                        .map(i -> sealing.sealAll(company))
                        .sum())
                .limit(2);
        AtOnce.run(Stream.concat(writers, sealers));
        sealing.sealAll(company);
        try (Tampering nothing = new Tampering(orders.get(0), orders.get(1), orders.get(2))) {
            ArchiveCheck.Findings found = nothing.check();
            assertThat(found.broken()).isEmpty();
            assertThat(found.lines()).isEqualTo(4 + 96);
            assertThat(nothing.waiting()).isZero();
        }
    }

    @Test
    void aSealNotedDownIsReadBack() {
        SealName seal = new SealName(UUID.fromString(company()), 12, "0f".repeat(32));
        assertThat(SealName.parse(" " + seal + " ")).contains(seal);
        assertThat(Stream.of("", "1/2", company() + "/x/" + "0f".repeat(32), company() + "/1/" + "0g".repeat(32)))
                .allSatisfy(text -> assertThat(SealName.parse(text)).isEmpty());
    }

    @Test
    void textsAreWrittenAsTheDatabaseWritesThem() throws SQLException {
        StringBuilder all = new StringBuilder("\"\\/<>&'");
        IntStream.range(1, 0x300).forEach(all::appendCodePoint);
        all.append("\u2028\ufeff\uffff漏水🔧");
        assertThat(new CanonicalText()
                        .add(all.toString())
                        .add(-1)
                        .add(true)
                        .add((String) null)
                        .addJson("{}")
                        .toString())
                .isEqualTo(TestDatabase.column(
                                "select jsonb_build_array(?::text, -1, true, null::text, '{}'::jsonb)::text",
                                all.toString())
                        .getFirst());
    }
}
