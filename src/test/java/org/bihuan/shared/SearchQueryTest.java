package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
    private static SearchQuery query(String typed) {
        return SearchQuery.of(typed, text -> Optional.empty());
    }

    private static String words(String typed) {
        return query(typed).way(SearchWay.WORDS).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "_", "\\", "'\"", "　", "😀", "!?。，", "\uD800", "\u0301"})
    void signsAloneAskForNothing(String typed) {
        assertThat(query(typed).isEmpty()).isTrue();
        assertThat(query(typed).ways()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "漏 | ('漏':*)",
                "漏水 | ('漏水')",
                "水管漏 | ('水管' <-> '管漏')",
                "7楼 | ('7' <-> '楼':*)",
                "12楼电梯 | ('12' <-> '楼电' <-> '电梯')",
                "漏水，楼上 | ('漏水' <2> '楼上')",
                "% 漏_ | ('漏':*)",
                "Ｂ２-117 | ('b2' <-> '117':*)"
            })
    void wordsStandTogetherAsTheyWereTyped(String typed, String expected) {
        assertThat(words(typed)).isEqualTo(expected);
    }

    @Test
    void theWordsOfATextAreFoundWhereTheyStand() {
        assertThat(new SearchWords().text("水管漏").text("Ａ栋 café").toString())
                .isEqualTo("'水管':2 '管漏':3 '漏':4 'a':6 '栋':7 'cafe':8");
        assertThat(new SearchWords().number("1004273").phone("+8613800138000").toString())
                .isEqualTo("'o:1004273' 'p:13800138000' 'r:00083100831'");
        assertThat(new SearchWords().code("3-2-1202").toString())
                .isEqualTo("'u:3-2-1202' 'v:2-1202' 'v:1202' 'v:3~1202'");
    }

    /** What people write never becomes part of the language of the database. */
    @Test
    void quotesNeverReachTheDatabase() {
        String hostile = "a' | 'b\\' <-> \"c\":*!&() '";
        assertThat(query(hostile).any().replaceAll("'[\\p{L}\\p{N}:]+'", "").replaceAll(":\\*", ""))
                .doesNotContain("'", "\\", "\"", "!");
        assertThat(new SearchWords().text(hostile).name(hostile).code("1-'x\\").toString())
                .doesNotContain("\\", "\"", "''");
    }

    @Test
    void whatIsVeryLongStaysSmall() {
        assertThat(query("漏".repeat(1000)).any()).hasSizeLessThan(2_000);
        assertThat(query("a ".repeat(500)).any()).hasSizeLessThan(2_000);
        assertThat(new SearchWords().text("x".repeat(4_000)).toString()).hasSizeLessThan(40);
    }

    @Test
    void aScopeIsPartOfTheQuestion() {
        UUID scope = new UUID(1, 2);
        assertThat(new SearchWords().within(scope).toString()).isEqualTo("'@AAAAAAAAAAEAAAAAAAAAAg'");
        assertThat(SearchQuery.within(java.util.Set.of(scope), "('漏')"))
                .isEqualTo("('@AAAAAAAAAAEAAAAAAAAAAg') & (('漏'))");
    }

    @Test
    void aFoundTextSaysWhereItMatches() {
        SearchedFields fields = new SearchedFields(query("漏水"))
                .text("description", "业主说从昨天晚上开始一直到今天早上厨房洗菜盆下面的软管ＡＢ漏水，已经自己把总阀关了")
                .name("name", "王芳");
        assertThat(fields.matches()).hasSize(1);
        assertThat(fields.matches().getFirst().text()).startsWith("…").contains("漏水");
        assertThat(fields.way()).contains(SearchWay.WORDS);
    }
}
