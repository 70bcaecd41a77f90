package org.bihuan.shared;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what something is found, written as a {@code tsvector} of PostgreSQL: the words of its texts with their places, and codes,
 * names and phones in the forms people ask for them, each marked with a sign that no word can contain. {@link SearchQuery} asks
 * for the same.
 */
public final class SearchWords {
    static final String NUMBER = "o:";
    static final String PHONE = "p:";
    static final String PHONE_BACKWARDS = "r:";
    static final String CODE = "u:";
    static final String PART_OF_CODE = "v:";
    static final String NAME = "n:";
    static final String SOUND = "s:";
    static final String SCOPE = "@";

    /** Beyond this PostgreSQL cannot tell places apart. */
    private static final int LAST_PLACE = 16_000;

    /** PostgreSQL keeps no more places of one word. */
    private static final int MOST_PLACES = 255;

    private static final int LONGEST_NAME = 40;
    private static final String HOME_PREFIX = "+86";

    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private int next = 2;

    /** Free text; what stands in another text is never taken for one phrase with it. */
    public SearchWords text(@Nullable String text) {
        if (text == null) {
            return this;
        }
        int last = -1;
        for (FoldedText.Token token : FoldedText.of(text).tokens()) {
            last = token.place();
            if (next + last > LAST_PLACE) {
                break;
            }
            List<Integer> known = places.computeIfAbsent(token.text(), word -> new ArrayList<>(1));
            if (known.size() < MOST_PLACES) {
                known.add(next + last);
            }
        }
        next += last + 2;
        return this;
    }

    /** Somebody's name: by all or the beginning of it, by its pinyin or initials, and by any part. */
    public SearchWords name(@Nullable String name) {
        if (name == null) {
            return this;
        }
        String folded = compactName(name);
        if (!folded.isEmpty()) {
            mark(NAME + folded);
            NameSounds.of(folded).forEach(sound -> mark(SOUND + sound));
        }
        return text(name);
    }

    static String compactName(String name) {
        String compact = FoldedText.of(name).compact();
        return compact.length() <= LONGEST_NAME ? compact : compact.substring(0, LONGEST_NAME);
    }

    /** A phone in E.164: by all of it, its beginning, or its last digits. */
    public SearchWords phone(@Nullable String e164) {
        if (e164 != null) {
            String digits = digits(e164);
            mark(PHONE + digits);
            mark(PHONE_BACKWARDS + new StringBuilder(digits).reverse());
        }
        return this;
    }

    static String digits(String e164) {
        return e164.startsWith(HOME_PREFIX) ? e164.substring(HOME_PREFIX.length()) : e164.substring(1);
    }

    /** A code of parts with hyphens between them: by all of it, or its last parts. */
    public SearchWords code(@Nullable String key) {
        if (key != null) {
            mark(CODE + key);
            parts(key).forEach(part -> mark(PART_OF_CODE + part));
        }
        return this;
    }

    /** Of {@code 3-2-1202}: {@code 2-1202}, {@code 1202}, and without the middle {@code 3~1202}. */
    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        for (int hyphen = key.indexOf('-'); hyphen >= 0; hyphen = key.indexOf('-', hyphen + 1)) {
            parts.add(key.substring(hyphen + 1));
        }
        if (parts.size() > 1) {
            parts.add(key.substring(0, key.indexOf('-')) + "~" + parts.getLast());
        }
        return parts;
    }

    /** A number: by all or the beginning of it. */
    public SearchWords number(String digits) {
        mark(NUMBER + digits);
        return this;
    }

    /** Where it belongs, so that the index alone can leave out what lies elsewhere. */
    public SearchWords within(@Nullable UUID scope) {
        if (scope != null) {
            mark(scope(scope));
        }
        return this;
    }

    static String scope(UUID scope) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(scope.getMostSignificantBits())
                .putLong(scope.getLeastSignificantBits())
                .array();
        return SCOPE + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void mark(String mark) {
        places.computeIfAbsent(quotable(mark), any -> new ArrayList<>(0));
    }

    /** No code has quotes that matter, and so none has to be escaped. */
    static String quotable(String mark) {
        return mark.replace("'", "").replace("\\", "");
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** As PostgreSQL reads a {@code tsvector}. */
    @Override
    public String toString() {
        return places.entrySet().stream()
                .map(word -> "'" + word.getKey() + "'" + written(word.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String written(List<Integer> places) {
        return places.isEmpty() ? "" : places.stream().map(String::valueOf).collect(Collectors.joining(",", ":", ""));
    }
}
