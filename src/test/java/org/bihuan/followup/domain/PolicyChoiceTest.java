package org.bihuan.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.ResolutionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyChoiceTest {
    private static final List<PolicyRule> START = List.of(
            group(PolicyGroup.COMPLAINT, Set.of(), 100, Duration.ofDays(3)),
            group(PolicyGroup.CRITICAL, Set.of("PIPE_BURST", "ROOF_LEAK"), 100, Duration.ofHours(24)),
            group(PolicyGroup.REPAIR, Set.of(), 40, Duration.ofHours(48)),
            group(PolicyGroup.OTHER, Set.of(), 0, Duration.ofHours(48)));

    private static PolicyRule group(PolicyGroup group, Set<String> leaks, int share, Duration due) {
        return new PolicyRule(group, null, leaks, share, due, 3);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            COMPLAINT,  NORMAL,    1, NOISE,      -,                  DONE,             COMPLAINT, 100, 72
            COMPLAINT,  NORMAL,    1, NOISE,      -,                  ANSWERED_AT_DESK, COMPLAINT, 100, 72
            COMPLAINT,  URGENT,    2, NOISE,      -,                  DONE,             REOPENED,  100, 24
            HAZARD,     LOW,       1, -,          -,                  DONE,             HAZARD,    100, 24
            REPAIR,     EMERGENCY, 1, -,          -,                  DONE,             EMERGENCY, 100, 24
            REPAIR,     NORMAL,    1, ROOF_LEAK,  DEVELOPER_WARRANTY, DONE,             LEAK,      100, 24
            REPAIR,     NORMAL,    1, DOOR,       OWNER_PAID,         DONE,             PAID_WORK, 100, 24
            REPAIR,     NORMAL,    1, DOOR,       PROPERTY_FEE,       REFERRED,         REFERRED,  100, 24
            REPAIR,     NORMAL,    2, DOOR,       PROPERTY_FEE,       DONE,             REOPENED,  100, 24
            REPAIR,     URGENT,    1, DOOR,       PROPERTY_FEE,       DONE,             REPAIR,    40,  48
            REPAIR,     NORMAL,    1, -,          -,                  DONE,             REPAIR,    40,  48
            INQUIRY,    NORMAL,    1, FEE,        -,                  ANSWERED_AT_DESK, OTHER,     0,   48
            INQUIRY,    NORMAL,    1, FEE,        OWNER_PAID,         ANSWERED_AT_DESK, OTHER,     0,   48
            INQUIRY,    NORMAL,    1, FEE,        -,                  REFERRED,         REFERRED,  100, 24
            SUGGESTION, LOW,       1, -,          -,                  DONE,             OTHER,     0,   48
            VISIT,      NORMAL,    1, -,          -,                  ANSWERED_AT_DESK, OTHER,     0,   48
            """)
    void eachMatterIsFollowedUpByTheRuleOfItsGroup(
            Kind kind,
            Priority priority,
            int round,
            @Nullable String category,
            @Nullable String liability,
            ResolutionCode resolution,
            PolicyReason reason,
            int share,
            int hours) {
        CompletedMatter matter = new CompletedMatter(kind, priority, round, category, liability, resolution);

        assertThat(PolicyChoice.of(matter, START))
                .isEqualTo(new PolicyChoice(reason, share, Duration.ofHours(hours), 3));
    }

    @Test
    void theRuleOfACategoryTakesThePlaceOfItsGroups() {
        PolicyChoice choice = PolicyChoice.of(repair("DOOR", 1), with("DOOR", 80));

        assertThat(choice).isEqualTo(new PolicyChoice(PolicyReason.REPAIR, 80, Duration.ofHours(6), 5));
    }

    @Test
    void theRuleOfACategoryLeavesOtherCategoriesAlone() {
        assertThat(PolicyChoice.of(repair("WINDOW", 1), with("DOOR", 80)).sharePercent())
                .isEqualTo(40);
        assertThat(PolicyChoice.of(repair(null, 1), with("DOOR", 80)).sharePercent())
                .isEqualTo(40);
    }

    @Test
    void theRuleOfACategoryCannotSpareWhatIsCritical() {
        assertThat(PolicyChoice.of(repair("DOOR", 2), with("DOOR", 30)))
                .isEqualTo(new PolicyChoice(PolicyReason.REOPENED, 100, Duration.ofHours(24), 3));
        assertThat(PolicyChoice.of(repair("ROOF_LEAK", 1), with("ROOF_LEAK", 30))
                        .sharePercent())
                .isEqualTo(100);
    }

    @Test
    void theRuleOfACategoryNeverCallsFewerThanItsGroupMust() {
        assertThat(PolicyChoice.of(repair("DOOR", 1), with("DOOR", 0)).sharePercent())
                .isEqualTo(30);
    }

    private static CompletedMatter repair(@Nullable String category, int round) {
        return new CompletedMatter(Kind.REPAIR, Priority.NORMAL, round, category, "PROPERTY_FEE", ResolutionCode.DONE);
    }

    private static List<PolicyRule> with(String category, int share) {
        List<PolicyRule> rules = new ArrayList<>(START);
        rules.add(new PolicyRule(PolicyGroup.CATEGORY, category, Set.of(), share, Duration.ofHours(6), 5));
        return rules;
    }
}
