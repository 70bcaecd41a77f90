package org.bihuan.estate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchedCodeTest {
    @ParameterizedTest
    @CsvSource({
        "3-2-1202, 3-2-1202",
        "3 栋 2 单元 1202 室, 3-2-1202",
        "3号楼2-1202, 3-2-1202",
        "3#2-1202, 3-2-1202",
        "3栋1202, 3-1202",
        "1202, 1202",
        "1202室, 1202",
        "A座1203, a-1203"
    })
    void whatLooksLikeACodeIsOne(String typed, String key) {
        assertThat(UnitCode.searched(typed)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "漏水", "12", "王芳", "wi-fi", "13800138000", "3-2-1202 漏水", "7楼", "%", "3栋2单元1202漏水了"})
    void whatLooksLikeSomethingElseIsNot(String typed) {
        assertThat(UnitCode.searched(typed)).isEmpty();
    }
}
