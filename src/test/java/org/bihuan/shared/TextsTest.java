package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "王芳",
                "𠮷㐂𬭚",
                "😀👨‍👩‍👧",
                "a\tb\r\nc",
                "\u202eabc\u202c",
                "e\u0301",
                "\u200b\ufeff",
                "\u2028"
            })
    void peopleTypeAnyScript(String text) {
        assertThat(Texts.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "a\u0007", "\u001b[0m", "\u007f", "\u0085", "\ud800", "a\udc00b", "\ufffe", "\uffff"})
    void nobodyTypesControlCharactersOrHalvesOfCharacters(String text) {
        assertThat(Texts.isPlain(text)).isFalse();
    }
}
