package org.bihuan.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.junit.jupiter.api.Test;

/** What comes first for what the desk types: a table of it, first-hits.csv. */
@HttpTest
class FirstHitTest {
    private static final Pattern NUMBER = Pattern.compile("\\{([ns]):([^}]+)}");

    private final SearchedEstate estate = SearchedEstate.settled();

    private record Row(String typed, String type, String what, String way) {
        static Row of(String line) {
            String[] cells = line.split(" \\| ", -1);
            return new Row(cells[0], cells[1].strip(), cells[2].strip(), cells[3].strip());
        }
    }

    private static List<Row> rows() {
        return new String(SearchedEstate.file("/search/first-hits.csv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }

    private String filledIn(String typed) {
        return NUMBER.matcher(typed).replaceAll(this::number);
    }

    private String number(MatchResult placeholder) {
        String number = estate.order(placeholder.group(2)).text("/number");
        return placeholder.group(1).equals("n") ? number : number.substring(0, number.length() - 1);
    }

    @Test
    void everyRowOfTheTableComesFirst() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(120);
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows()) {
            String typed = filledIn(row.typed());
            Answer found =
                    SearchedEstate.search(estate.world().as("desk"), typed).require(200);
            JsonNode first = found.body().at("/items/0");
            String called =
                    first.path("title").asText() + " " + first.path("text").asText();
            softly.assertThat(first.path("type").asText() + " "
                            + first.path("way").asText())
                    .as("%s: %s", typed, found.raw())
                    .isEqualTo(row.type() + " " + row.way());
            softly.assertThat(called).as(typed).contains(row.what());
        }
        softly.assertAll();
    }

    /** A hit that cannot say why it is one would be taken for a mistake. */
    @Test
    void everyHitSaysWhatMatched() {
        List<String> silent = new ArrayList<>();
        for (Row row : rows()) {
            String typed = filledIn(row.typed());
            for (JsonNode hit : SearchedEstate.search(estate.world().as("desk"), typed)
                    .require(200)
                    .body()
                    .path("items")) {
                if (hit.path("matched").isEmpty()) {
                    silent.add(typed + ": " + hit);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    /** The same boxes on the lists find what they list. */
    @Test
    void theListsFindTheSame() {
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows()) {
            String list = switch (row.type()) {
                case "WORK_ORDER" -> "/work-orders";
                case "RESIDENT" -> "/residents";
                case "INTERACTION" -> "/interactions";
                default -> "";
            };
            if (!list.isEmpty()) {
                String typed = SearchedEstate.encoded(filledIn(row.typed()));
                Answer found = estate.world()
                        .as("desk")
                        .get(list + "?limit=200&q=" + typed)
                        .require(200);
                softly.assertThat(found.raw()).as(row.typed()).contains(row.what());
            }
        }
        softly.assertAll();
    }

    /** Whoever is ringing: by their own number, name, home, or by what they told. */
    @Test
    void theCallerCardAnswersFromAnyOfThem() {
        for (String typed : List.of(
                "{n:厨房水管爆了}",
                "{s:厨房水管爆了}",
                "19900000175",
                "0175",
                "罗涛",
                "luotao",
                "3-1-102",
                "3栋1单元102",
                "3号楼1-102",
                "水管爆了",
                "罗涛 水管",
                "角阀已经关死")) {
            Answer cards = estate.world()
                    .as("desk")
                    .get("/callers?q=" + SearchedEstate.encoded(filledIn(typed)))
                    .require(200);
            assertThat(cards.raw()).as(typed).contains("罗涛").contains("厨房水管爆了");
        }
    }
}
