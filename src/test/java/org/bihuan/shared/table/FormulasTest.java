package org.bihuan.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+8613800138000",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "=",
                "'=1",
                "''+1"
            })
    void whatLooksLikeAFormulaGetsAQuoteInFront(String text) {
        assertThat(Formulas.defused(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王芳", "3-2-1202", "1000017", "a=b", "'王芳'", " =1", "’=1", "''"})
    void otherTextStaysAsItIs(String text) {
        assertThat(Formulas.defused(text)).isEqualTo(text);
    }

    /** The rule in src/docs/exports.md, for who reads the files by program. */
    private static String asItWas(String cell) {
        return cell.matches("(?s)'+[=+\\-@\\t\\r\\n＝＋－＠].*") ? cell.substring(1) : cell;
    }

    @Property
    void theTextCanAlwaysBeToldFromTheCell(@ForAll @Chars({'\'', '=', '+', '＝', 'a', '\n'}) String text) {
        assertThat(asItWas(Formulas.defused(text))).isEqualTo(text);
    }
}
