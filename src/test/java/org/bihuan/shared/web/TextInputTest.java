package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.shared.web.InputFixtures.desk;
import static org.bihuan.shared.web.InputFixtures.order;
import static org.bihuan.shared.web.InputFixtures.orderWith;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is kept as it was sent, whatever the script, and what is no text is refused. */
@HttpTest
class TextInputTest {
    @Test
    void charactersThatAreNoTextAreRefused() {
        for (String bad :
                List.of("a\u0000b", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\uffff", "x\ud800y", "\udc00")) {
            Map<String, Object> body = new HashMap<>(WorkOrderFixtures.repair(World.first()));
            body.put("description", bad);
            body.put("reporter", Map.of("name", bad));
            String json = escaped(body);
            Answer answer = order(json);
            requireProblem(answer, 422);
            assertThat(errors(answer)).contains("/description CONTROL_CHARACTER", "/reporter/name CONTROL_CHARACTER");
        }
    }

    /** All in ASCII, so that halves of characters arrive as such. */
    private static String escaped(Object body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .enable(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                    .writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷野家 㐂 𬭚 䲜",
                "😀 👨‍👩‍👧 🇨🇳 👍🏽",
                "\u202eabc\u202c מים مرحبا",
                "e\u0301 é ﬁ Ａ１",
                "第一行\n第二行\r\n\t缩进",
                "'; drop table work_order; --",
                "<script>alert(1)</script> & \" \\ / %00 ${x} {0}",
                "\u200b零宽\u200d\ufeff"
            })
    void textOfAnyScriptIsKeptExactly(String text) {
        Answer made = orderWith("description", text).require(201);
        Answer read = desk().get("/work-orders/" + made.id());
        assertThat(made.text("/description")).isEqualTo(text);
        assertThat(read.text("/description")).isEqualTo(text);
        Answer note =
                desk().post("/work-orders/" + made.id() + "/notes", Map.of("text", text, "visibility", "INTERNAL"));
        assertThat(note.require(201).raw()).contains(text.contains("\n") || text.contains("\"") ? "" : text);
    }

    @Test
    void aDescriptionIsCountedInCharacters() {
        orderWith("description", "𠮷".repeat(4000)).require(201);
        requireProblem(orderWith("description", "𠮷".repeat(4001)), 422);
    }
}
