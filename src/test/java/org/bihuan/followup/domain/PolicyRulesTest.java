package org.bihuan.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRulesTest {
    private static final Set<String> CATALOGUE = Set.of("ROOF_LEAK", "DOOR");

    @ParameterizedTest
    @CsvSource({"COMPLAINT,99", "CRITICAL,0", "REPAIR,29"})
    void noGroupIsCalledLessThanItMustBe(PolicyGroup group, int share) {
        List<String> leaks = group == PolicyGroup.CRITICAL ? List.of() : null;

        assertThat(errors(group, details(share, "PT24H", leaks, false))).containsExactly("/sharePercent");
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT,100", "REPAIR,30", "OTHER,0"})
    void theLeastShareItselfIsAllowed(PolicyGroup group, int share) {
        assertThat(errors(group, details(share, "PT24H", null, false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT,100", "HAZARD,100", "REPAIR,30", "INQUIRY,0", "SUGGESTION,0", "VISIT,0"})
    void aCategoryMustBeCalledAsMuchAsItsKind(String kind, int minimum) {
        assertThat(PolicyGroup.minimumPercentOfKind(kind)).isEqualTo(minimum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M", "P31D", "-PT5H", "3 days", "P1M", "", "PT0S", "P30DT1S", "PT1H0.5S"})
    void whatIsNoSensibleTimeToCallIsRefused(String due) {
        assertThat(errors(PolicyGroup.REPAIR, details(50, due, null, false))).containsExactly("/dueWithin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P3D", "PT48H", "P30D", "P1DT12H"})
    void fromAnHourToAMonthIsASensibleTimeToCall(String due) {
        assertThat(errors(PolicyGroup.REPAIR, details(50, due, null, false))).isEmpty();
    }

    @Test
    void onlyTheRuleOfACategoryCanBeRetired() {
        assertThat(errors(PolicyGroup.REPAIR, details(50, "PT24H", null, true))).containsExactly("/retired");
        assertThat(errors(PolicyGroup.CATEGORY, details(50, "PT24H", null, true)))
                .isEmpty();
    }

    @Test
    void leaksAreCategoriesOfTheCatalogueOrWereThereBefore() {
        List<String> codes = List.of("ROOF_LEAK", "NO_SUCH", "LONG_GONE");

        assertThat(errors(PolicyGroup.CRITICAL, details(100, "PT24H", codes, false)))
                .containsExactly("/leakCategoryCodes/1");
    }

    @Test
    void leaksBelongToWhatIsCriticalOnly() {
        assertThat(errors(PolicyGroup.REPAIR, details(50, "PT24H", List.of("DOOR"), false)))
                .containsExactly("/leakCategoryCodes");
        assertThat(errors(PolicyGroup.CRITICAL, details(100, "PT24H", null, false)))
                .containsExactly("/leakCategoryCodes");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(errors(PolicyGroup.REPAIR, details(10, "soon", List.of("DOOR"), true)))
                .containsExactly("/sharePercent", "/dueWithin", "/retired", "/leakCategoryCodes");
    }

    private static PolicyDetails details(int share, String due, @Nullable List<String> leaks, boolean retired) {
        return new PolicyDetails(share, due, 3, leaks, null, retired);
    }

    private static List<String> errors(PolicyGroup group, PolicyDetails details) {
        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> PolicyRules.check(
                        group, group.minimumPercent(), details, Set.of("LONG_GONE"), CATALOGUE::contains));
        return refusal == null
                ? List.of()
                : refusal.errors().stream().map(FieldError::pointer).toList();
    }
}
