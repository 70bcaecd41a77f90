package org.bihuan.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How Chinese characters are read, in pinyin without tones and with v for ü: one reading of each, as ICU's Han-Latin has it
 * (ADR 0016), and the readings that characters have as surnames.
 */
final class HanReadings {
    private static final String TABLE = "/search/han-readings.txt";
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final @Nullable String[] READINGS = load();

    /** Surnames that are read in another way than the character alone; where both are heard, both. Syllables by spaces. */
    private static final Map<String, List<String>> SURNAMES = Map.ofEntries(
            Map.entry("单", List.of("shan")),
            Map.entry("單", List.of("shan")),
            Map.entry("曾", List.of("zeng")),
            Map.entry("仇", List.of("qiu")),
            Map.entry("解", List.of("xie")),
            Map.entry("区", List.of("ou")),
            Map.entry("區", List.of("ou")),
            Map.entry("朴", List.of("piao")),
            Map.entry("查", List.of("zha")),
            Map.entry("盖", List.of("ge")),
            Map.entry("覃", List.of("qin", "tan")),
            Map.entry("翟", List.of("zhai")),
            Map.entry("缪", List.of("miao")),
            Map.entry("乐", List.of("yue")),
            Map.entry("樂", List.of("yue")),
            Map.entry("员", List.of("yun")),
            Map.entry("黑", List.of("he")),
            Map.entry("车", List.of("che")),
            Map.entry("种", List.of("chong")),
            Map.entry("秘", List.of("bi")),
            Map.entry("折", List.of("she")),
            Map.entry("召", List.of("shao")),
            Map.entry("繁", List.of("po")),
            Map.entry("隗", List.of("wei", "kui")),
            Map.entry("郇", List.of("xun")),
            Map.entry("能", List.of("nai")),
            Map.entry("卜", List.of("bu")),
            Map.entry("祭", List.of("zhai")),
            Map.entry("长", List.of("zhang")),
            Map.entry("尉迟", List.of("yu chi")),
            Map.entry("尉遲", List.of("yu chi")),
            Map.entry("万俟", List.of("mo qi")),
            Map.entry("长孙", List.of("zhang sun")),
            Map.entry("澹台", List.of("tan tai")));

    private HanReadings() {}

    private static @Nullable String[] load() {
        @Nullable String[] readings = new String[LAST - FIRST + 1];
        try (InputStream stream = Objects.requireNonNull(HanReadings.class.getResourceAsStream(TABLE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                int space = line.indexOf(' ');
                String reading = line.substring(0, space).intern();
                line.substring(space + 1).chars().forEach(character -> readings[character - FIRST] = reading);
            });
            return readings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for what is no Chinese character, or one whose reading is not known. */
    static @Nullable String of(int character) {
        if (character == '〇') {
            return "ling";
        }
        return character < FIRST || character > LAST ? null : READINGS[character - FIRST];
    }

    /** All the ways in which a name in Chinese characters may be spelt, each as its syllables; empty for other names. */
    static List<List<String>> ofName(String name) {
        List<String> plain = syllables(name);
        if (plain.isEmpty()) {
            return List.of();
        }
        List<List<String>> all = new ArrayList<>(List.of(plain));
        for (int length = Math.min(2, name.length()); length >= 1; length--) {
            List<String> readings = SURNAMES.get(name.substring(0, length));
            if (readings != null) {
                List<String> given = plain.subList(length, plain.size());
                readings.forEach(reading -> all.add(join(reading, given)));
                break;
            }
        }
        return all;
    }

    private static List<String> join(String surname, List<String> given) {
        List<String> syllables = new ArrayList<>(Arrays.asList(surname.split(" ", -1)));
        syllables.addAll(given);
        return syllables;
    }

    private static List<String> syllables(String name) {
        List<String> syllables = new ArrayList<>();
        for (int character : name.codePoints().toArray()) {
            String reading = of(character);
            if (reading == null) {
                return List.of();
            }
            syllables.add(reading);
        }
        return syllables;
    }
}
