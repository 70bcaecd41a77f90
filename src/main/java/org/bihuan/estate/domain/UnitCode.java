package org.bihuan.estate.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code of a unit, in the one way of writing it that all the usual ones come down to: {@code 3-2-1202},
 * {@code 3栋2单元1202}, {@code 三号楼二单元12层1202室}, {@code ３－２－１２０２} and {@code 03#2-1202} are the same.
 */
record UnitCode(String key) {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String MARKER = "号楼|#楼|号院|栋|幢|座|楼|单元|门|梯|#|号";

    /** Written out: up to 99 as in 二十三号楼, and digit by digit as in 一二〇二室. */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[零〇一二三四五六七八九十两]+(?=" + MARKER + "|层|室)");

    /** The floor says nothing that the room does not. */
    private static final Pattern FLOOR = Pattern.compile("(?<=单元|门|梯|栋|幢|座|号楼|-)[0-9]+(层-?|楼-?(?=[0-9]))");

    private static final Pattern PART_END = Pattern.compile("(?<=[0-9a-z])(" + MARKER + ")");
    private static final Pattern ROOM_END = Pattern.compile("(?<=[0-9a-z])(室|房|户|铺)$");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s\\-‐‑‒–—―−_/\\\\,，、.。·~]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9]+$)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int ORDERED_DIGITS = 10;
    private static final int LONGEST_SEARCHED = 40;
    private static final Pattern SPACE_BEFORE_MARKER = Pattern.compile("\\s+(?=" + MARKER + "|室)");
    private static final Pattern SEARCHED = Pattern.compile("[0-9]{3,4}|(?=.*[0-9])[0-9a-z]{1,4}(-[0-9a-z]{1,6}){1,3}");

    /** Empty for a text with nothing in it that could be a code. */
    static Optional<UnitCode> parse(String typed) {
        String written = plain(typed);
        String floorless = FLOOR.matcher(written).replaceAll("");
        String marked =
                PART_END.matcher(ROOM_END.matcher(floorless).replaceFirst("")).replaceAll("-");
        List<String> parts = Arrays.stream(BETWEEN_PARTS.split(marked))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new UnitCode(join(parts)));
    }

    /** What somebody who searches may mean as a code, or as its last part alone; empty for what looks like something else. */
    static Optional<String> searched(String typed) {
        if (typed.length() > LONGEST_SEARCHED) {
            return Optional.empty();
        }
        String close = SPACE_BEFORE_MARKER.matcher(typed).replaceAll("");
        return parse(close)
                .map(UnitCode::key)
                .filter(key -> SEARCHED.matcher(key).matches());
    }

    /** As parts of which codes {@code unit_parts} in the database has this one; in two parts it may also leave out the middle. */
    static List<String> searchedParts(String key) {
        int hyphen = key.indexOf('-');
        boolean two = hyphen > 0 && hyphen == key.lastIndexOf('-');
        return two ? List.of(key, key.replace('-', '~')) : List.of(key);
    }

    /** Of a unit whose parts are known; empty when its building or room is nothing that could be part of a code. */
    static Optional<UnitCode> of(String building, @Nullable String entrance, String room) {
        return parse(building).isEmpty() || parse(room).isEmpty()
                ? Optional.empty()
                : parse(shown(building, entrance, room));
    }

    /** The code as people say it, of the parts as they are registered. */
    static String shown(String building, @Nullable String entrance, String room) {
        return Stream.of(building, entrance, room).filter(Objects::nonNull).collect(Collectors.joining("-"));
    }

    /** The one way of writing the name of a building: {@code 3栋} and {@code 03号楼} are {@code 3}. */
    static Optional<String> building(String name) {
        return parse(name + "-").map(code -> zeroless(code.key));
    }

    /** A text that sorts as people count: 2 before 10. */
    static String order(String key) {
        return NUMBER.matcher(key)
                .replaceAll(number ->
                        "0".repeat(Math.max(0, ORDERED_DIGITS - number.group().length())) + number.group());
    }

    String order() {
        return order(key);
    }

    private static String plain(String typed) {
        String folded =
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WRITTEN_NUMBER.matcher(folded).replaceAll(UnitCode::digits);
    }

    private static String digits(MatchResult written) {
        String text = written.group().replace('〇', '零').replace('两', '二');
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.chars()
                    .mapToObj(numeral -> String.valueOf(NUMERALS.indexOf(numeral)))
                    .collect(Collectors.joining());
        }
        boolean readable = ten <= 1 && text.length() <= ten + 2 && text.lastIndexOf('十') == ten;
        return readable ? String.valueOf(tens(text, ten)) : text;
    }

    private static int tens(String text, int ten) {
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(text.charAt(0));
        int ones = ten == text.length() - 1 ? 0 : NUMERALS.indexOf(text.charAt(ten + 1));
        return tens * 10 + ones;
    }

    /** Zeros in front are a matter of taste before the room, and part of the room's number. */
    private static String join(List<String> parts) {
        String room = parts.getLast();
        return Stream.concat(parts.subList(0, parts.size() - 1).stream().map(UnitCode::zeroless), Stream.of(room))
                .collect(Collectors.joining("-"));
    }

    private static String zeroless(String part) {
        return LEADING_ZEROS.matcher(part).replaceFirst("");
    }
}
