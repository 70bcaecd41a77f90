package org.bihuan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.search.SearchedEstate.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.bihuan.shared.search.SearchCatchUp;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** An estate of 100,000 residents that was there before search was, and nobody who waits for an answer. */
@EnabledIfSystemProperty(named = "bihuan.search.large-estate", matches = "true")
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeEstateTest {
    private static final int RESIDENTS = 100_000;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final List<String> SURNAMES =
            List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许", "何");
    private static final List<String> SOUNDS_OF_SURNAMES = List.of(
            "zhao", "qian", "sun", "li", "zhou", "wu", "zheng", "feng", "chen", "chu", "wei", "jiang", "shen", "han",
            "yang", "zhu", "qin", "you", "xu", "he");
    private static final List<String> FIRST =
            List.of("安", "宝", "朝", "德", "恩", "福", "刚", "海", "景", "康", "兰", "明", "宁", "鹏", "清", "瑞", "书", "涛", "文", "新");
    private static final List<String> SOUNDS_OF_FIRST = List.of(
            "an", "bao", "chao", "de", "en", "fu", "gang", "hai", "jing", "kang", "lan", "ming", "ning", "peng", "qing",
            "rui", "shu", "tao", "wen", "xin");

    private static final String UNITS = """
            insert into unit (company_id, id, community_id, building_id, entrance, room, code, code_key, code_order,
              created_at, updated_at)
            select ?::uuid, uuidv7(), ?::uuid, b.id, entrance::text, floor || lpad(door::text, 2, '0'),
              b.name || '-' || entrance || '-' || floor || lpad(door::text, 2, '0'),
              b.name || '-' || entrance || '-' || floor || lpad(door::text, 2, '0'),
              lpad(b.name, 10, '0') || '-' || entrance || '-' || lpad(floor::text, 8, '0') || lpad(door::text, 2, '0'),
              now(), now()
            from building b, generate_series(1, 5) entrance, generate_series(1, 25) floor, generate_series(1, 4) door
            where b.company_id = ?::uuid and b.name ~ '^1[0-9][0-9]$'
            """;
    private static final String PEOPLE = """
            insert into resident (company_id, id, name, phone, created_at, updated_at)
            select ?::uuid, md5('resident' || i || ?)::uuid,
              (?::text[])[1 + i %% 20] || (?::text[])[1 + i / 20 %% 20] || chr(20000 + i / 400),
              '+86186' || lpad(i::text, 8, '0'), now(), now()
            from generate_series(0, %d) as i
            """.formatted(RESIDENTS - 1);
    private static final String HOMES = """
            insert into occupancy (company_id, id, resident_id, unit_id, community_id, relation, from_day)
            select r.company_id, uuidv7(), r.id, u.id, u.community_id, 'OWNER', '2020-01-01'
            from (select *, row_number() over (order by phone) - 1 as i from resident
                  where company_id = ?::uuid and phone like '+86186%') r
            join (select *, row_number() over (order by code_order) - 1 as i from unit
                  where company_id = ?::uuid and code ~ '^1[0-9][0-9]-') u on u.i = r.i / 2
            """;

    private final World world = World.fresh();
    private final Api desk = world.as("desk");
    private String company = "";

    @Inject
    SearchCatchUp catchUp;

    private static String name(int i) {
        return SURNAMES.get(i % 20) + FIRST.get(i / 20 % 20) + Character.toString(20_000 + i / 400);
    }

    private static String phone(int i) {
        return "186" + "%08d".formatted(i);
    }

    private static String unit(int i) {
        int at = i / 2;
        return "%d-%d-%d%02d".formatted(100 + at / 500, 1 + at / 100 % 5, 1 + at / 4 % 25, 1 + at % 4);
    }

    @BeforeAll
    void settle() {
        company = world.as("admin").get("/companies/current").require(200).id();
        for (int building = 100; building < 200; building++) {
            TestDatabase.execute(
                    "insert into building (company_id, id, community_id, name, name_key, name_order, created_at, updated_at)"
                            + " values (?::uuid, uuidv7(), ?::uuid, ?, ?, lpad(?, 10, '0'), now(), now())",
                    company,
                    world.id("community"),
                    "" + building,
                    "" + building,
                    "" + building);
        }
        TestDatabase.execute(UNITS, company, world.id("community"), company);
        TestDatabase.execute(PEOPLE, company, company, array(SURNAMES), array(FIRST));
        TestDatabase.execute("analyze unit, resident"); // else the next one is planned for a handful
        TestDatabase.execute(HOMES, company, company);
        TestDatabase.execute("analyze occupancy");
        learnWhatWasThereBefore();
    }

    private static String array(List<String> texts) {
        return "{" + String.join(",", texts) + "}";
    }

    private void learnWhatWasThereBefore() {
        TestDatabase.execute(
                "insert into search_catch_up values (?::uuid, 'resident_words', ?::uuid, ?::uuid)",
                company,
                new UUID(0, 0).toString(),
                new UUID(-1, -1).toString());
        while (!TestDatabase.column("select table_name from search_catch_up where company_id = ?::uuid", company)
                .isEmpty()) {
            catchUp.goOn();
        }
    }

    /** What is typed, what it means, and in which way. */
    private record Expected(String typed, String title, String way) {}

    private static List<Expected> expected() {
        List<Expected> all = new ArrayList<>();
        for (int i = 17; i < RESIDENTS; i += 8_317) {
            String[] unit = unit(i).split("-", -1);
            all.add(new Expected(name(i), name(i), "NAME"));
            all.add(new Expected(phone(i), name(i), "PHONE"));
            all.add(new Expected(phone(i).substring(3), name(i), "PHONE_PART"));
            all.add(new Expected("+86 " + phone(i), name(i), "PHONE"));
            all.add(new Expected(unit(i), unit(i), "CODE"));
            all.add(new Expected(unit[0] + "栋" + unit[1] + "单元" + unit[2], unit(i), "CODE"));
            all.add(new Expected(unit[0] + "号楼" + unit[1] + "-" + unit[2], unit(i), "CODE"));
            all.add(new Expected(unit[0] + "#" + unit[1] + "-" + unit[2] + "室", unit(i), "CODE"));
            all.add(new Expected(name(i).substring(1) + " " + phone(i).substring(7), name(i), "WORDS"));
            all.add(new Expected(name(i) + " " + unit(i), "", ""));
        }
        return all;
    }

    @Test
    void theOneWhoIsMeantComesFirstAndAtOnce() {
        assertThat(expected()).hasSizeGreaterThanOrEqualTo(120);
        SoftAssertions softly = new SoftAssertions();
        for (Expected expected : expected()) {
            Answer found = quickly(softly, expected.typed());
            if (!expected.title().isEmpty()) {
                JsonNode first = found.body().at("/items/0");
                softly.assertThat(first.path("title").asText() + " "
                                + first.path("way").asText())
                        .as("%s: %s", expected.typed(), found.raw())
                        .isEqualTo(expected.title() + " " + expected.way());
            }
        }
        softly.assertAll();
    }

    @Test
    void whoeverComesFirstSoundsAsItWasTyped() {
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < 400; i += 37) {
            String typed = SOUNDS_OF_SURNAMES.get(i % 20) + SOUNDS_OF_FIRST.get(i / 20 % 20);
            JsonNode first = quickly(softly, typed).body().at("/items/0");
            softly.assertThat(first.path("way").asText()).as(typed).isEqualTo("SOUND");
            softly.assertThat(first.path("title").asText()).as(typed).hasSize(3);
        }
        softly.assertAll();
    }

    /** Times are taken of the second try: the first one of all also loads classes. */
    private Answer quickly(SoftAssertions softly, String typed) {
        search(desk, typed).require(200);
        long start = System.nanoTime();
        Answer found = search(desk, typed).require(200);
        softly.assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("%.60s", typed)
                .isLessThan(PATIENCE);
        return found;
    }

    @Test
    void whatIsTypedToMakeItSlowIsAnsweredAtOnce() {
        SoftAssertions softly = new SoftAssertions();
        for (String typed : List.of(
                "%",
                "_",
                "\\",
                "'",
                "\"",
                "%%%%%%%%%%",
                "_%_%_%_%_%",
                "\\%\\_",
                "';drop table resident;--",
                "a%",
                "%a%",
                "*:*",
                "!a & b | c <-> d",
                "(((((((((",
                "' | 'a",
                ":*",
                "\\'",
                "😀",
                "　",
                "……——。，",
                "\u202E\u200B",
                "赵",
                "钱安",
                "1",
                "18",
                "186",
                "1860",
                "0",
                "z",
                "l",
                "a",
                "1-",
                "-",
                "--",
                "1-1",
                "1-1-1",
                "100-",
                "漏".repeat(1000),
                "赵钱孙李".repeat(250),
                "a".repeat(1000),
                "a ".repeat(500),
                "1".repeat(1000),
                "1-".repeat(500),
                "%_".repeat(500),
                "\\".repeat(1000),
                "é".repeat(1000),
                "栋".repeat(1000),
                "三号楼".repeat(333),
                "ﷺ".repeat(50),
                "赵 ".repeat(500),
                "0086".repeat(250))) {
            quickly(softly, typed);
            for (String list : List.of("/residents", "/work-orders", "/interactions", "/callers")) {
                long start = System.nanoTime();
                desk.get(list + "?q=" + SearchedEstate.encoded(typed));
                softly.assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("%s %.60s", list, typed)
                        .isLessThan(PATIENCE);
            }
        }
        softly.assertAll();
    }

    @Test
    void whatIsTooLongIsRefusedLikeAnyOtherParameter() {
        assertThat(search(desk, "漏".repeat(1001)).require(400).code()).isNotEmpty();
        assertThat(desk.get("/search").require(400).code()).isNotEmpty();
    }
}
