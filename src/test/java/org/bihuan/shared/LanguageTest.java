package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    /** Where a code is named: what throws or notes a refusal, and what a constraint is called. */
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile(
                    "(?:malformed|invalid|addMalformed|FieldError)\\(\\s*[^;]{0,80}?,\\s*\"([A-Z][A-Z0-9_]{3,})\""),
            Pattern.compile("new (?:NotNow|Forbidden|NotSignedIn|Row)\\(\\s*(?:\\d+, )?\"([A-Z][A-Z0-9_]{3,})\""),
            Pattern.compile("message = \"([A-Z][A-Z0-9_]{3,})\""),
            Pattern.compile("String message\\(\\) default \"([A-Z][A-Z0-9_]{3,})\""),
            Pattern.compile("super\\(\"([A-Z][A-Z0-9_]{3,})\""));

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/texts/" + file))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> codesInSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/org/bihuan"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/demo/"))
                    .toList()) {
                String source = Files.readString(file);
                for (Pattern place : PLACES) {
                    Matcher matcher = place.matcher(source);
                    while (matcher.find()) {
                        codes.add(matcher.group(1));
                    }
                }
            }
        }
        return codes;
    }

    @Test
    void everyCodeHasAWordInBothLanguages() throws IOException {
        Set<String> codes = codesInSources();
        assertThat(codes).hasSizeGreaterThan(60).contains("STALE", "UNKNOWN_FIELD", "WINDOW_REVERSED", "NOT_SIGNED_IN");
        assertThat(texts("problems.properties").stringPropertyNames()).containsAll(codes);
        assertThat(texts("problems_zh_CN.properties").stringPropertyNames()).containsAll(codes);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties english = texts("problems.properties");
        Properties chinese = texts("problems_zh_CN.properties");
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String code : english.stringPropertyNames()) {
            for (Properties texts : List.of(english, chinese)) {
                String text = texts.getProperty(code);
                assertThat(text).as(code).isNotBlank();
                assertThat(text.replace("''", ""))
                        .as(code + ": a single quote must be doubled")
                        .doesNotContain("'");
                assertThat(new MessageFormat(text).format(new Object[] {"a", "b", "c"}))
                        .isNotBlank();
            }
            assertThat(chinese.getProperty(code)).as(code).containsPattern("[\\u4e00-\\u9fff{]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | ZH_CN", "zh | ZH_CN", "zh-Hant-TW | ZH_CN", "en | EN", "en-GB | EN",
                        "en-US,en;q=0.9,zh;q=0.8 | EN",
                "zh;q=0.1,en;q=0.2 | EN", "en;q=0,zh | ZH_CN", "fr | ZH_CN", "fr, en;q=0.1 | EN", "* | ZH_CN",
                        "en;q=2 | ZH_CN",
                ";;; | ZH_CN"
            })
    void theBestOfWhatIsAskedForIsChosen(String header, Language best) {
        assertThat(Language.best(header)).isEqualTo(best);
    }

    @Test
    void nothingAskedForIsChinese() {
        assertThat(Language.best(null)).isEqualTo(Language.ZH_CN);
        assertThat(Language.best(" ")).isEqualTo(Language.ZH_CN);
    }

    @Test
    void argumentsStandInTheirPlaces() {
        assertThat(Language.EN.say("WRONG_LENGTH", List.of(2, 100)))
                .isEqualTo("Must have 2 to 100 characters or elements.");
        assertThat(Language.ZH_CN.say("UNKNOWN_FIELD", List.of("{0}'"))).isEqualTo("这里没有字段 {0}'。");
    }
}
