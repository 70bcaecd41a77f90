package org.bihuan.shared;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text as it is compared when somebody searches: lower case, plain width, no accents, nothing but letters and digits; each of
 * its characters remembers where in the text it comes from.
 */
final class FoldedText {
    /** Longer words are cut, and found by their beginning. */
    static final int LONGEST_WORD = 20;

    private final StringBuilder folded = new StringBuilder();
    private int[] sources = new int[16];

    private FoldedText() {}

    /**
     * A piece that is searched for as one: a word between spaces or signs, or one or two characters of a script without spaces.
     *
     * @param start in the folded text
     * @param place counts the words and, in scripts without spaces, the characters before it
     */
    record Token(String text, int start, int place, boolean isGram) {}

    static FoldedText of(String text) {
        FoldedText result = new FoldedText();
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            result.add(character, at);
            at += Character.charCount(character);
        }
        return result;
    }

    private void add(int character, int source) {
        if (character < 0x80) {
            append(Character.isLetterOrDigit(character) ? Character.toLowerCase(character) : ' ', source);
        } else if (isGram(character) && character < 0xF900) {
            append(character, source);
        } else if (Character.getType(character) != Character.NON_SPACING_MARK || !isAccent(character)) {
            addForeign(Character.toString(character), source);
        }
    }

    /** Wide letters, ligatures, accents. */
    private void addForeign(String character, int source) {
        String plain = Normalizer.normalize(character, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = UnicodeScript.of(plain.codePointAt(0)) == UnicodeScript.LATIN
                ? Normalizer.normalize(plain, Normalizer.Form.NFD)
                : plain;
        bare.codePoints()
                .filter(part -> !isAccent(part))
                .forEach(part -> append(isPartOfWord(part) ? part : ' ', source));
    }

    private void append(int character, int source) {
        int before = folded.length();
        folded.appendCodePoint(character);
        if (sources.length < folded.length()) {
            sources = Arrays.copyOf(sources, folded.length() * 2);
        }
        Arrays.fill(sources, before, folded.length(), source);
    }

    private static boolean isAccent(int character) {
        return UnicodeScript.of(character) == UnicodeScript.INHERITED;
    }

    private static boolean isPartOfWord(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Of a script that writes no spaces between its words. */
    private static boolean isGram(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, YI, THAI, LAO, KHMER, MYANMAR ->
                Character.isLetterOrDigit(character);
            default -> false;
        };
    }

    /** The letters and digits alone. */
    String compact() {
        return folded.toString().replace(" ", "");
    }

    /** Where in the original these letters and digits begin, whatever signs stand between them; -1 where they do not. */
    int find(String compact) {
        int[] origins = new int[folded.length()];
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < folded.length(); at++) {
            if (folded.charAt(at) != ' ') {
                origins[letters.length()] = sources[at];
                letters.append(folded.charAt(at));
            }
        }
        int found = compact.isEmpty() ? -1 : letters.indexOf(compact);
        return found < 0 ? -1 : origins[found];
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int place = 0;
        for (int at = 0; at < folded.length(); ) {
            int character = folded.codePointAt(at);
            int width = Character.charCount(character);
            if (character == ' ') {
                at++;
            } else if (isGram(character)) {
                int next = at + width;
                boolean pair = next < folded.length() && isGram(folded.codePointAt(next));
                int end = pair ? next + Character.charCount(folded.codePointAt(next)) : next;
                tokens.add(new Token(folded.substring(at, end), at, place++, true));
                at = next;
            } else {
                int end = endOfWord(at);
                tokens.add(new Token(cut(folded.substring(at, end)), at, place++, false));
                at = end;
            }
        }
        return tokens;
    }

    private int endOfWord(int start) {
        int at = start;
        while (at < folded.length()) {
            int character = folded.codePointAt(at);
            if (character == ' ' || isGram(character)) {
                break;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD));
    }
}
