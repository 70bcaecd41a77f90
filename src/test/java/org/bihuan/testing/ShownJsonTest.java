package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A comparison that finds everything alike would make the tour true whatever it says. */
class ShownJsonTest {
    private static final String ANSWER = """
            {"status": "CLOSED", "round": 2, "closing": null, "url": "http://here/track/abc", "items": [{"seq": 1}, {"seq": 2}]}
            """;

    @Test
    void anAnswerMayHaveMoreFieldsThanAreShown() {
        assertThat(ShownJson.differences("{\"status\": \"CLOSED\", \"closing\": null}", ANSWER))
                .isEmpty();
    }

    @Test
    void anotherValueAndAMissingFieldAreFoundByTheirPlace() {
        assertThat(ShownJson.differences("{\"status\": \"OPEN\", \"number\": \"1\"}", ANSWER))
                .anySatisfy(difference -> assertThat(difference).startsWith("/status is \"CLOSED\""))
                .anySatisfy(difference -> assertThat(difference).startsWith("/number"))
                .hasSize(2);
    }

    @Test
    void anEllipsisStandsForSomethingThatIsThere() {
        assertThat(ShownJson.differences("{\"url\": \"…/track/…\", \"round\": \"…\"}", ANSWER))
                .isEmpty();
        assertThat(ShownJson.differences("{\"url\": \"…/follow/…\", \"closing\": \"…\"}", ANSWER))
                .hasSize(2);
    }

    @Test
    void aListIsShownWholeUnlessItGoesOn() {
        assertThat(ShownJson.differences("{\"items\": [{\"seq\": 1}, \"…\"]}", ANSWER))
                .isEmpty();
        assertThat(ShownJson.differences("{\"items\": [{\"seq\": 1}]}", ANSWER)).hasSize(1);
        assertThat(ShownJson.differences("{\"items\": [{\"seq\": 2}, \"…\"]}", ANSWER))
                .hasSize(1);
    }
}
