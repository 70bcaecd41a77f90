package org.bihuan.company.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.bihuan.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private final PasswordRule rule = new PasswordRule();

    PasswordRuleTest() throws IOException {}

    private void check(String password) {
        rule.check("/password", password, "wangfang");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "床前明月光疑是地上霜举头望明",
                "𠮷𠮷野家の牛丼は旨いものだ",
                "twelve chars",
                "😀🎉🐼🍜🚲🎋🧧🏮🥟🍵🎐🀄"
            })
    void longOnesOfAnyScriptAreAccepted(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void lengthIsCountedInCharactersNotInBytesOrHalves() {
        String poem = "春眠不觉晓处处闻啼鸟夜来风雨声花落知多少".repeat(7);
        assertThatCode(() -> check(poem.substring(0, 128))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(poem.substring(0, 129))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> check("𠮷野家牛丼味噌汁卵𠮷")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "elevenchars",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabc",
                "passwordpassword",
                "PASSWORDpassword",
                "wangfang12345",
                "my-WangFang-pw",
                "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ",
                "一二一二一二一二一二一二"
            })
    void shortAndCommonOnesAreRefused(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(InvalidInput.class);
    }
}
