package org.bihuan.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says why something was found: which of its fields match the query, in which way, and where. */
public final class SearchedFields {
    private static final int SHOWN_BEFORE = 16;
    private static final int SHOWN_AFTER = 40;

    private final SearchQuery query;
    private final List<Match> matches = new ArrayList<>();

    public SearchedFields(SearchQuery query) {
        this.query = query;
    }

    /**
     * @param field as the API names it
     * @param text the value, or of a long one what stands around the match
     */
    public record Match(String field, String text, SearchWay way) {}

    public SearchedFields number(String field, String number) {
        String digits = query.digits();
        if (digits != null && number.startsWith(digits)) {
            boolean whole = number.length() - digits.length() <= 1; // with or without the check digit
            add(field, number, whole ? SearchWay.NUMBER : SearchWay.WORDS);
        } else if (anyNeedle(number::startsWith)) {
            add(field, number, SearchWay.WORDS);
        }
        return this;
    }

    public SearchedFields phone(String field, @Nullable String e164) {
        if (e164 == null) {
            return this;
        }
        String known = SearchWords.digits(e164);
        String digits = query.digits();
        if (e164.equals(query.phone())) {
            add(field, e164, SearchWay.PHONE);
        } else if (digits != null && digits.length() >= 4 && (known.endsWith(digits) || known.startsWith(digits))) {
            add(field, e164, SearchWay.PHONE_PART);
        } else if (anyNeedle(needle -> needle.length() >= 4 && known.endsWith(needle))) {
            add(field, e164, SearchWay.WORDS);
        }
        return this;
    }

    /** @param key the code in its one form */
    public SearchedFields code(String field, @Nullable String key, @Nullable String shown) {
        if (key == null || shown == null) {
            return this;
        }
        String asked = query.code();
        if (key.equals(asked)) {
            add(field, shown, SearchWay.CODE);
        } else if (asked != null && isPart(key, asked)) {
            add(field, shown, SearchWay.CODE_PART);
        } else if (query.codes().anyMatch(code -> key.equals(code) || isPart(key, code))) {
            add(field, shown, SearchWay.WORDS);
        }
        return this;
    }

    private static boolean isPart(String key, String code) {
        int hyphen = code.indexOf('-');
        boolean ends = key.endsWith("-" + code);
        return ends
                || (hyphen > 0
                        && key.startsWith(code.substring(0, hyphen + 1))
                        && key.endsWith(code.substring(hyphen)));
    }

    public SearchedFields name(String field, @Nullable String name) {
        if (name == null) {
            return this;
        }
        String folded = SearchWords.compactName(name);
        if (folded.equals(query.compact())) {
            add(field, name, SearchWay.NAME);
        } else if (folded.startsWith(query.compact())) {
            add(field, name, SearchWay.NAME_START);
        } else if (sounds(folded, query.compact())) {
            add(field, name, SearchWay.SOUND);
        } else if (anyNeedle(needle -> folded.contains(needle) || sounds(folded, needle))) {
            add(field, name, SearchWay.WORDS);
        }
        return this;
    }

    private static boolean sounds(String name, String typed) {
        return !typed.isEmpty() && NameSounds.of(name).stream().anyMatch(sound -> sound.startsWith(typed));
    }

    /** Free text. */
    public SearchedFields text(String field, @Nullable String text) {
        if (text == null) {
            return this;
        }
        FoldedText folded = FoldedText.of(text);
        Set<String> shown = new LinkedHashSet<>();
        query.needles().forEach(needle -> {
            int at = folded.find(needle);
            if (at >= 0) {
                shown.add(around(text, at));
            }
        });
        shown.stream().limit(1).forEach(snippet -> add(field, snippet, SearchWay.WORDS));
        return this;
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - SHOWN_BEFORE);
        int to = Math.min(text.length(), at + SHOWN_AFTER);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        String shown = text.substring(from, to).strip();
        return (from > 0 ? "…" : "") + shown + (to < text.length() ? "…" : "");
    }

    private boolean anyNeedle(Predicate<String> condition) {
        return query.needles().anyMatch(condition);
    }

    private void add(String field, String text, SearchWay way) {
        matches.add(new Match(field, text, way));
    }

    /** In the order they were looked at. */
    public List<Match> matches() {
        return List.copyOf(matches);
    }

    /** Whether something that was typed is in none of these fields, and so must be somewhere else. */
    public boolean leavesPartsOpen() {
        boolean meantAsOne = matches.stream().anyMatch(match -> match.way() != SearchWay.WORDS);
        return !meantAsOne && matches.size() < query.needles().count();
    }

    /** The best of them. */
    public Optional<SearchWay> way() {
        return matches.stream().map(Match::way).min(SearchWay::compareTo);
    }
}
