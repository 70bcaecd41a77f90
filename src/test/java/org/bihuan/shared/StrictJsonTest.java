package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    private static final StrictJson JSON =
            new StrictJson(Validation.buildDefaultValidatorFactory().getValidator());

    /** As wide as the examples of RFC 7396 need it. */
    record Anything(
            @Nullable Object a,
            @Nullable Object b,
            @Nullable Object c,
            @Nullable Object e) {}

    record Strict(
            @NotBlank String name,
            @Min(1) int count,
            @Nullable Boolean sure,
            @Nullable List<Integer> numbers,
            @Nullable Map<String, Integer> map,
            @Nullable Set<String> set) {}

    record Nested(Strict in, @Nullable Strict out) {}

    private static JsonNode node(String json) throws IOException {
        return new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    /** RFC 7396, appendix A, as far as the target is an object. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':'b'} | {'a':'c'} | {'a':'c'}",
                "{'a':'b'} | {'b':'c'} | {'a':'b','b':'c'}",
                "{'a':'b'} | {'a':null} | {}",
                "{'a':'b','b':'c'} | {'a':null} | {'b':'c'}",
                "{'a':['b']} | {'a':'c'} | {'a':'c'}",
                "{'a':'c'} | {'a':['b']} | {'a':['b']}",
                "{'a':{'b':'c'}} | {'a':{'b':'d','c':null}} | {'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]} | {'a':[1]} | {'a':[1]}",
                "{'e':null} | {'a':1} | {'a':1}",
                "{} | {'a':{'b':{'c':null}}} | {'a':{'b':{}}}"
            })
    void patchesMergeAsTheStandardSays(String target, String patch, String result) throws IOException {
        ObjectMapper plain = new ObjectMapper();
        plain.setDefaultPropertyInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL);
        Anything before = plain.treeToValue(node(target), Anything.class);
        Anything after = JSON.patch(before, node(patch), Anything.class);
        JsonNode tree = plain.valueToTree(after);
        assertThat(tree).isEqualTo(node(result));
    }

    @Test
    void theOutcomeOfAPatchIsValidatedAsAWhole() {
        Strict before = new Strict("a", 1, null, null, null, null);
        assertThatThrownBy(() -> JSON.patch(before, node("{'name':null,'count':0,'x':1,'sure':'yes'}"), Strict.class))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(told(e))
                                .containsExactlyInAnyOrder(
                                        "/name REQUIRED", "/count TOO_SMALL", "/x UNKNOWN_FIELD", "/sure WRONG_TYPE"));
        assertThatThrownBy(() -> JSON.patch(before, node("[]"), Strict.class)).isInstanceOf(InvalidInput.class);
        assertThat(before.name()).isEqualTo("a");
    }

    @Test
    void anUnknownFieldOfAPatchIsRefusedAlsoWithNothingInIt() {
        Nested before = new Nested(new Strict("a", 1, true, null, Map.of("k", 3), null), null);
        assertThatThrownBy(() -> JSON.patch(before, node("{'x':null,'in':{'y':null},'out':{'z':null}}"), Nested.class))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(told(e))
                                .contains("/x UNKNOWN_FIELD", "/in/y UNKNOWN_FIELD", "/out/z UNKNOWN_FIELD"));
    }

    @Test
    void nothingTakesAwayWhatIsKnownAndEntriesOfAMap() throws IOException {
        Nested before = new Nested(new Strict("a", 1, true, null, Map.of("k", 3, "l", 4), null), null);
        Nested after =
                JSON.patch(before, node("{'in':{'sure':null,'map':{'k':null,'m':null}},'out':null}"), Nested.class);
        assertThat(after).isEqualTo(new Nested(new Strict("a", 1, null, null, Map.of("l", 4), null), null));
    }

    private static List<String> told(InvalidInput e) {
        return e.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static Object read(String json) throws IOException {
        return JSON.read(stream(json.replace('\'', '"')), Strict.class);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsRightIsRead() throws IOException {
        assertThat(read("{'name':'𠮷','count':2,'sure':true,'numbers':[1],'map':{'k':3},'set':['b','a']}"))
                .isEqualTo(new Strict("𠮷", 2, true, List.of(1), Map.of("k", 3), Set.of("a", "b")));
    }

    record Brief(
            @Size(min = 2, max = 3) @Nullable String text,
            @Size(max = 3) @Nullable List<@Size(max = 1) String> texts) {}

    @Test
    void aRareCharacterIsOne() throws IOException {
        JSON.read(stream("{\"text\":\"𠮷𠮷𠮷\",\"texts\":[\"𠮷\",\"😀\",\"a\"]}"), Brief.class);
        assertThatThrownBy(() -> JSON.read(stream("{\"text\":\"𠮷\",\"texts\":[\"ab\"]}"), Brief.class))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(told(e))
                                .containsExactlyInAnyOrder("/text WRONG_LENGTH", "/texts/0 WRONG_LENGTH"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'name':5,'count':'2','sure':1} | /name WRONG_TYPE, /count WRONG_TYPE, /sure WRONG_TYPE",
                "{'name':'a','count':null} | /count WRONG_TYPE",
                "{'name':'a','count':1.5,'sure':'','numbers':''} | /count WRONG_TYPE, /sure WRONG_TYPE, /numbers WRONG_TYPE",
                "{'count':99999999999,'numbers':['1',2,3.5,null,99999999999]} | /count WRONG_FORMAT, /numbers/0 WRONG_TYPE, /numbers/2 WRONG_TYPE, /numbers/4 WRONG_FORMAT, /name REQUIRED",
                "{'name':'a','count':1,'map':{'x/y':'1','z~':[]}} | /map/x~1y WRONG_TYPE, /map/z~0 WRONG_TYPE",
                "{'name':'','count':1,'set':[{}],'a':1,'b':{'c':1}} | /set/0 WRONG_TYPE, /a UNKNOWN_FIELD, /b UNKNOWN_FIELD, /name REQUIRED"
            })
    void everyErrorIsTold(String json, String errors) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(told(e))
                                .containsExactlyInAnyOrder(errors.strip().split(", ", -1)));
    }

    @Test
    void aBodyThatIsCutShortIsTheClientsMatter() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> JSON.read(broken, Strict.class))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(told(e)).containsExactly(" BODY_CUT_SHORT"));
    }

    @Test
    void aSetStaysInTheOrderItWasSent() throws IOException {
        Strict read = (Strict) read("{'name':'a','count':1,'set':['z','b','y','a']}");
        assertThat(read.set()).containsExactly("z", "b", "y", "a");
    }
}
