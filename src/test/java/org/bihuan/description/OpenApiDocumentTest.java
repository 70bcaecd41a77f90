package org.bihuan.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.ApiDocument.Operation;
import org.bihuan.testing.HttpTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The served description of the API is complete and true to itself; whether it is true to the answers, others test. */
@HttpTest
class OpenApiDocumentTest {
    private static final Set<String> ROLES =
            Set.of("FRONT_DESK", "TECHNICIAN", "MANAGER", "ADMIN", "OPERATOR", "OWNER");

    private ApiDocument document;

    @BeforeEach
    void fetch() {
        document = ApiDocument.served();
    }

    @Test
    void itSaysWhatItIs() {
        JsonNode root = document.root();
        assertThat(root.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(root.at("/info/title").asText()).isEqualTo("Bihuan");
        assertThat(root.at("/info/version").asText()).isNotBlank();
        assertThat(root.at("/info/description").asText()).isNotBlank();
        assertThat(root.at("/info/license/identifier").asText()).isEqualTo("Apache-2.0");
        assertThat(root.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(document.operations()).hasSizeGreaterThan(50);
    }

    @Test
    void everyOperationHasANameAWordAboutItselfAndATagThatIsDescribed() {
        Set<String> described = ApiDocument.elements(document.root().path("tags"))
                .filter(tag -> !tag.path("description").asText().isBlank())
                .map(tag -> tag.path("name").asText())
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.id()).matches("[a-z][A-Za-z]+");
            assertThat(names.add(operation.id())).as(operation.id()).isTrue();
            assertThat(operation.node().path("summary").asText()).isNotBlank();
            assertThat(ApiDocument.texts(operation.node().path("tags")))
                    .hasSize(1)
                    .isSubsetOf(described);
        });
    }

    @Test
    void everyOperationSaysWhoMayUseIt() {
        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("x-roles").isArray()).isTrue();
            assertThat(operation.roles()).doesNotHaveDuplicates().isSubsetOf(ROLES);
            assertThat(operation.node().path("security").isArray()).isTrue();
            assertThat(operation.node().at("/security/0").has("bearer")).isEqualTo(!operation.isPublic());
        });
        assertThat(document.root()
                        .at("/components/securitySchemes/bearer/scheme")
                        .asText())
                .isEqualTo("bearer");
    }

    @Test
    void everyOperationTellsEveryAnswerItCanGive() {
        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.statuses()).containsAll(answersByRule(operation));
            assertThat(operation.statuses().stream().filter(status -> status.startsWith("2")))
                    .hasSize(1);
        });
    }

    private static Set<String> answersByRule(Operation operation) {
        Set<String> statuses = new TreeSet<>(Set.of("400", "503"));
        addIf(statuses, !operation.isPublic(), "401");
        addIf(statuses, !operation.isPublic() && operation.roles().size() < ROLES.size(), "403");
        addIf(statuses, operation.hasIdInPath(), "404");
        addIf(statuses, !operation.method().equals("GET"), "409");
        addIf(statuses, operation.takesIfMatch(), "412", "428");
        addIf(statuses, operation.hasBody(), "413", "415", "422");
        addIf(statuses, operation.path().matches(".*/(auth/token|events|export)"), "429");
        addIf(statuses, !operation.statuses().contains("204"), "406");
        return statuses;
    }

    private static void addIf(Set<String> statuses, boolean applies, String... more) {
        if (applies) {
            statuses.addAll(List.of(more));
        }
    }

    @Test
    void everyRequestAndEveryAnswerShowsAnExampleThatFitsItsSchema() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : document.operations()) {
            bodies(operation).forEach((where, body) -> {
                JsonNode example = document.example(body);
                if (example.isMissingNode()) {
                    wrong.add(where + " has no example: add one to openapi/examples.json for " + body.path("schema"));
                } else {
                    document.contradictions(body.path("schema"), example)
                            .forEach(contradiction -> wrong.add(where + ": " + contradiction));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** Each media type of the request and of every answer. */
    private Map<String, JsonNode> bodies(Operation operation) {
        Map<String, JsonNode> bodies = new java.util.LinkedHashMap<>();
        operation
                .node()
                .at("/requestBody/content")
                .properties()
                .forEach(type -> bodies.put(operation + " request " + type.getKey(), type.getValue()));
        operation
                .node()
                .path("responses")
                .properties()
                .forEach(answer -> document.resolve(answer.getValue())
                        .path("content")
                        .properties()
                        .forEach(type ->
                                bodies.put(operation + " " + answer.getKey() + " " + type.getKey(), type.getValue())));
        return bodies;
    }

    @Test
    void refusalsAreProblemDocumentsAndAnswersAreJsonOrFiles() {
        for (Operation operation : document.operations()) {
            operation.node().path("responses").properties().forEach(answer -> {
                List<String> types = new ArrayList<>();
                document.resolve(answer.getValue()).path("content").fieldNames().forEachRemaining(types::add);
                boolean refusal = answer.getKey().compareTo("400") >= 0;
                boolean silent = Set.of("204", "304").contains(answer.getKey());
                List<String> expected = refusal ? List.of("application/problem+json") : answerTypes(operation);
                assertThat(types).as(operation + " " + answer.getKey()).isEqualTo(silent ? List.of() : expected);
            });
        }
    }

    private static List<String> answerTypes(Operation operation) {
        if (operation.path().endsWith("/export")) {
            return List.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        }
        return List.of(
                switch (operation.id()) {
                    case "eventFollow" -> "text/event-stream";
                    case "handoverPrint" -> "application/pdf";
                    default -> "application/json";
                });
    }

    @Test
    void aChangeShowsTheFieldsThatCanBeChanged() {
        assertThat(document.operations())
                .filteredOn(operation -> operation.method().equals("PATCH"))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    JsonNode schema = document.resolve(
                            operation.node().at("/requestBody/content/application~1merge-patch+json/schema"));
                    assertThat(schema.path("properties").size()).isPositive();
                    assertThat(schema.path("additionalProperties").asBoolean(true))
                            .isFalse();
                    assertThat(schema.has("required")).isFalse();
                });
    }

    @Test
    void schemasHaveTheNamesClientsKnow() {
        List<String> names = new ArrayList<>();
        document.root().at("/components/schemas").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .allSatisfy(name -> assertThat(name)
                        .matches("[A-Z][A-Za-z]+")
                        .doesNotMatch("(View|Details|Json.*|Listing.*|UUID|Instant|LocalDate)"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(document.root()))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static Set<String> references(JsonNode node) {
        Stream<String> own = node.has("$ref") ? Stream.of(node.path("$ref").asText()) : Stream.of();
        Stream<String> others = ApiDocument.elements(node).flatMap(child -> references(child).stream());
        return Stream.concat(own, others).collect(Collectors.toSet());
    }
}
