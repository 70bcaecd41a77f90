package org.bihuan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: b@c.cn",
                "a\nBcc: b@c.cn",
                "a\rBcc: b@c.cn",
                "a\u2028Bcc: b@c.cn",
                "a\u0085Bcc: b@c.cn"
            })
    void whateverItWasItBecomesOneLine(String text) {
        assertThat(Letters.oneLine(text))
                .doesNotContainPattern("[\\r\\n\\u0085\\u2028\\u2029]")
                .startsWith("a")
                .endsWith("Bcc: b@c.cn");
    }
}
