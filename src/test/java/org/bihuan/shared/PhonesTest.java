package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    @ParameterizedTest
    @CsvSource({
        "13800138000, +8613800138000",
        "138 0013 8000, +8613800138000",
        "138-0013-8000, +8613800138000",
        "１３８００１３８０００, +8613800138000",
        "+86 138 0013 8000, +8613800138000",
        "0086 13800138000, +8613800138000",
        "010-8888 6666, +861088886666",
        "(0755) 26771234, +8675526771234",
        "+1 650 253 0000, +16502530000",
        "+852 2123 4567, +85221234567"
    })
    void numbersAreKeptInOneForm(String typed, String kept) {
        assertThat(Phones.parse(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "1", "+", "13800138000 转 8", "13800138000;ext=5", "999999999999999999", "\u0000", "王芳"
            })
    void whatIsNoNumberIsNone(String typed) {
        assertThat(Phones.parse(typed)).isEmpty();
    }
}
