package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.shared.web.InputFixtures.desk;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a query is named, and what can be understood is answered. */
@HttpTest
class QueryInputTest {
    @Test
    void unknownParametersAreAllNamedTogetherWithBadValues() {
        Answer answer = desk().get("/work-orders?foo=1&bar=2&limit=0&communityId=x&status=NOPE&createdFrom=2026-02-30"
                + "&withTotal=yes&limit2=&assigneeId=1-1-1-1-1");
        requireProblem(answer, 400);
        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "?foo UNKNOWN_PARAMETER",
                        "?bar UNKNOWN_PARAMETER",
                        "?limit2 UNKNOWN_PARAMETER",
                        "?limit TOO_SMALL",
                        "?communityId WRONG_FORMAT",
                        "?status NOT_ONE_OF",
                        "?createdFrom WRONG_FORMAT",
                        "?withTotal WRONG_FORMAT",
                        "?assigneeId WRONG_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=x",
                "limit=",
                "limit=1.5",
                "limit=%2B5",
                "limit=%EF%BC%95",
                "limit=1&limit=2",
                "cursor=",
                "cursor=xx",
                "cursor=%00",
                "cursor=AAAA",
                "q=%00",
                "q=%1B",
                "sort=nope",
                "kind=repair",
                "status=",
                "dueBefore=1",
                "createdTo=%2B999999999-01-01T00:00:00Z",
                "unitId=%F0%A0%AE%B7",
                "=x",
                "?",
                "q=a&q=b",
                "Limit=1"
            })
    void badQueriesAreMalformed(String query) {
        requireProblem(desk().get("/work-orders?" + query), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%25",
                "q=_",
                "q=%5C",
                "q='",
                "q=%F0%A0%AE%B7",
                "q=%F0%9F%98%80",
                "q=%7B0%7D",
                "number=%F0%A0%AE%B7",
                "status=REGISTERED&status=CLOSED",
                "limit=99999999999999999999",
                "createdFrom=1900-01-01T00:00:00Z",
                "dueBefore=2199-12-31T23:59:59.999999999Z&sort=dueAt"
            })
    void oddButUnderstandableQueriesAreAnswered(String query) {
        desk().get("/work-orders?" + query).require(200);
    }

    @Test
    void whatIsLookedUpIsTakenAsPeopleTypeIt() {
        World world = World.first();
        String number = WorkOrderFixtures.registered(world).text("/number");
        String wide = number.chars()
                .mapToObj(digit -> Character.toString(digit + '０' - '0'))
                .collect(Collectors.joining());
        for (String query : List.of("number=" + number, "number= " + number + " ", "number=" + wide, "q= " + number)) {
            Answer found = desk().get("/work-orders?" + encoded(query)).require(200);
            assertThat(found.text("/items/0/number")).as(query).isEqualTo(number);
            assertThat(found.body().path("items")).as(query).hasSize(1);
        }
        for (String query :
                List.of("q= 王芳 ", "phone= 138 0013 8000 ", "phone=１３８００１３８０００", "phone=+86-138-0013-8000")) {
            Answer found = desk().get("/callers?" + encoded(query)).require(200);
            assertThat(found.text("/matches/0/resident/name")).as(query).isEqualTo("王芳");
        }
    }

    private static String encoded(String query) {
        int value = query.indexOf('=') + 1;
        return query.substring(0, value) + URLEncoder.encode(query.substring(value), StandardCharsets.UTF_8);
    }
}
