package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wang.fang@example.com",
                "a@b",
                "o'neil+desk@mail.example.cn",
                "x_y-z@xn--fiqs8s.cn",
                "1@1.example"
            })
    void oneMailboxIsOne(String address) {
        assertThat(MailAddress.Check.isOne(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wang.fang",
                "a@b, c@d",
                "a@b;c@d",
                "a@b c@d",
                "a@b@c",
                "王芳 <a@b.cn>",
                "<a@b.cn>",
                "a@b.cn (王芳)",
                "\"a b\"@c.cn",
                "a@b.cn\r\nBcc: c@d.cn",
                "a@b.cn\n",
                "\na@b.cn",
                "a\u2028@b.cn",
                ".a@b.cn",
                "a.@b.cn",
                "a..b@c.cn",
                "a@-b.cn",
                "a@b-.cn",
                "a@b..cn",
                "a@b.cn.",
                "王@b.cn",
                "a@[127.0.0.1]"
            })
    void whateverCouldBeMoreThanOneIsNone(String address) {
        assertThat(MailAddress.Check.isOne(address)).isFalse();
    }

    @Test
    void lengthsAreThoseThatMailServersTake() {
        assertThat(MailAddress.Check.isOne("a".repeat(64) + "@b.cn")).isTrue();
        assertThat(MailAddress.Check.isOne("a".repeat(65) + "@b.cn")).isFalse();
        assertThat(MailAddress.Check.isOne("a@" + "b".repeat(63) + ".cn")).isTrue();
        assertThat(MailAddress.Check.isOne("a@" + "b".repeat(64) + ".cn")).isFalse();
        assertThat(MailAddress.Check.isOne("a@" + "b.".repeat(126) + "cn")).isFalse();
    }
}
