package org.bihuan.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a search box, and all that it may mean: each {@link SearchWay} as a {@code tsquery} of PostgreSQL over
 * {@link SearchWords}. What was typed is never a pattern: signs like % and _ count as spaces.
 */
public final class SearchQuery {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PHONE_SIGNS = Pattern.compile("[\\s\\p{Z}()+.\\-‐‑–—－（）]+");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern NUMBERLIKE = Pattern.compile("[0-9]+");
    private static final int SHORTEST_PHONE = 7;
    private static final int SHORTEST_PHONE_PART = 4;
    private static final int LONGEST_NUMBER = 20;
    private static final int SHORTEST_NUMBER_PART = 4;

    /** Nobody needs more to find one thing; the rest of a longer query is not looked for. */
    private static final int MOST_TOKENS = 40;

    private static final int MOST_PARTS = 12;

    private final String typed;
    private final String compact;
    private final @Nullable String phone;
    private final @Nullable String code;
    private final List<Part> parts;
    private final Map<SearchWay, String> ways = new EnumMap<>(SearchWay.class);

    /** What stands between two spaces. */
    private record Part(
            String compact,
            List<FoldedText.Token> tokens,
            @Nullable String code) {
        boolean isSaid() {
            return !tokens.isEmpty();
        }
    }

    /** How a code that people write in many ways is written in one; empty for what looks like none. */
    public interface Codes extends Function<String, Optional<String>> {}

    private SearchQuery(String typed, Codes codes) {
        this.typed = Texts.plainForms(typed);
        this.compact = SearchWords.compactName(this.typed);
        this.phone = phone(this.typed);
        this.code = codes.apply(this.typed).orElse(null);
        this.parts = parts(this.typed, codes);
        describe();
    }

    public static SearchQuery of(String typed, Codes codes) {
        return new SearchQuery(typed, codes);
    }

    private static List<Part> parts(String typed, Codes codes) {
        List<Part> parts = new ArrayList<>();
        int left = MOST_TOKENS;
        for (String piece : SPACES.split(typed, -1)) {
            FoldedText folded = FoldedText.of(piece);
            List<FoldedText.Token> tokens = folded.tokens();
            List<FoldedText.Token> kept = tokens.subList(0, Math.min(left, tokens.size()));
            left -= kept.size();
            Part part = new Part(folded.compact(), kept, codes.apply(piece).orElse(null));
            if (part.isSaid() && parts.size() < MOST_PARTS) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static @Nullable String phone(String typed) {
        String digits = PHONE_SIGNS.matcher(typed).replaceAll("");
        boolean possible = NUMBERLIKE.matcher(digits).matches() && digits.length() >= SHORTEST_PHONE;
        return possible && digits.length() <= LONGEST_NUMBER
                ? Phones.parse(typed).orElse(null)
                : null;
    }

    private void describe() {
        if (isEmpty()) {
            return;
        }
        String digits = digits();
        if (digits != null && digits.length() >= SHORTEST_NUMBER_PART) {
            ways.put(SearchWay.NUMBER, start(SearchWords.NUMBER + digits));
        }
        if (phone != null) {
            ways.put(SearchWay.PHONE, exact(SearchWords.PHONE + SearchWords.digits(phone)));
        }
        if (code != null && code.contains("-")) {
            ways.put(SearchWay.CODE, exact(SearchWords.CODE + code));
        }
        ways.put(SearchWay.NAME, exact(SearchWords.NAME + compact));
        ways.put(SearchWay.NAME_START, start(SearchWords.NAME + compact));
        if (LETTERS.matcher(compact).matches()) {
            ways.put(SearchWay.SOUND, start(SearchWords.SOUND + compact));
        }
        if (digits != null && digits.length() >= SHORTEST_PHONE_PART) {
            ways.put(SearchWay.PHONE_PART, partOfPhone(digits));
        }
        if (code != null) {
            ways.put(SearchWay.CODE_PART, partOfCode(code));
        }
        ways.put(SearchWay.WORDS, parts.stream().map(SearchQuery::anySense).collect(Collectors.joining(" & ")));
    }

    private static String exact(String lexeme) {
        return "'" + lexeme + "'";
    }

    private static String start(String lexeme) {
        return "'" + lexeme + "':*";
    }

    private static String partOfPhone(String digits) {
        String end = start(SearchWords.PHONE_BACKWARDS + new StringBuilder(digits).reverse());
        return digits.length() < SHORTEST_PHONE ? end : "(" + end + " | " + start(SearchWords.PHONE + digits) + ")";
    }

    private static String partOfCode(String code) {
        String part = exact(SearchWords.PART_OF_CODE + code);
        int hyphen = code.indexOf('-');
        boolean withoutMiddle = hyphen > 0 && hyphen == code.lastIndexOf('-');
        return withoutMiddle
                ? "(" + part + " | " + exact(SearchWords.PART_OF_CODE + code.replace('-', '~')) + ")"
                : part;
    }

    /** One part of several: a word, or somebody's name, phone or code. */
    private static String anySense(Part part) {
        List<String> senses = new ArrayList<>();
        senses.add(phrase(part.tokens()));
        if (part.code() != null) {
            senses.add(exact(SearchWords.CODE + part.code()));
            senses.add(partOfCode(part.code()));
        }
        if (LETTERS.matcher(part.compact()).matches()) {
            senses.add(start(SearchWords.SOUND + FoldedText.cut(part.compact())));
        }
        if (NUMBERLIKE.matcher(part.compact()).matches()
                && part.compact().length() >= SHORTEST_PHONE_PART
                && part.compact().length() <= LONGEST_NUMBER) {
            senses.add(partOfPhone(part.compact()));
            senses.add(start(SearchWords.NUMBER + part.compact()));
        }
        return senses.size() == 1 ? senses.getFirst() : "(" + String.join(" | ", senses) + ")";
    }

    /** Its tokens at the distances they were typed in; the last word may go on. */
    private static String phrase(List<FoldedText.Token> tokens) {
        StringBuilder phrase = new StringBuilder("(");
        int before = -1;
        for (int i = 0; i < tokens.size(); i++) {
            FoldedText.Token token = tokens.get(i);
            boolean single = token.isGram()
                    && token.text().codePointCount(0, token.text().length()) == 1;
            boolean isEndOfPair = single && i > 0 && tokens.get(i - 1).isGram() && endsWith(tokens.get(i - 1), token);
            if (isEndOfPair) {
                continue;
            }
            if (before >= 0) {
                int distance = token.place() - before;
                phrase.append(distance == 1 ? " <-> " : " <" + distance + "> ");
            }
            boolean last = i == tokens.size() - 1;
            boolean goesOn = single
                    || (!token.isGram() && (last || FoldedText.cut(token.text()).length() >= FoldedText.LONGEST_WORD));
            phrase.append(goesOn ? start(token.text()) : exact(token.text()));
            before = token.place();
        }
        return phrase.append(')').toString();
    }

    private static boolean endsWith(FoldedText.Token pair, FoldedText.Token single) {
        return pair.text().endsWith(single.text())
                && pair.start() + pair.text().length()
                        == single.start() + single.text().length();
    }

    /** Nothing but spaces and signs. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** As it was typed, in plain width. */
    public String typed() {
        return typed;
    }

    /** In E.164, when it can be a whole phone number. */
    public @Nullable String phone() {
        return phone;
    }

    /** In its one form, when it looks like a code or its last part. */
    public @Nullable String code() {
        return code;
    }

    /** Only digits, with the signs that people write between them left out. */
    public @Nullable String digits() {
        String digits = PHONE_SIGNS.matcher(typed).replaceAll("");
        return NUMBERLIKE.matcher(digits).matches() && digits.length() <= LONGEST_NUMBER ? digits : null;
    }

    /** What it may mean, the best first, each as a {@code tsquery}. */
    public Map<SearchWay, String> ways() {
        return Collections.unmodifiableMap(ways);
    }

    public Optional<String> way(SearchWay way) {
        return Optional.ofNullable(ways.get(way));
    }

    /** Whether a tenth of all there is may match in this way: words, one character of a name, two letters of its sound. */
    public boolean isWide(SearchWay way) {
        return switch (way) {
            case WORDS -> true;
            case NAME_START -> compact.codePointCount(0, compact.length()) == 1;
            case SOUND -> compact.length() <= 2;
            default -> false;
        };
    }

    /** All that it may mean, as one {@code tsquery}. */
    public String any() {
        return ways.values().stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    /** The same, within these scopes only. */
    public static String within(Collection<UUID> scopes, String words) {
        return scopes.stream()
                .sorted()
                .map(scope -> exact(SearchWords.scope(scope)))
                .collect(Collectors.joining(" | ", "(", ") & " + "(" + words + ")"));
    }

    String compact() {
        return compact;
    }

    /** The parts that look like codes, in their one form. */
    Stream<String> codes() {
        return parts.stream().map(Part::code).filter(Objects::nonNull);
    }

    /** The folded parts, for looking up where they stand in a text. */
    Stream<String> needles() {
        return parts.stream().map(Part::compact);
    }
}
