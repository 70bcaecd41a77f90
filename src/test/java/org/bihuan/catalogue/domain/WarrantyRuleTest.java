package org.bihuan.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.catalogue.Liability.DEVELOPER_WARRANTY;
import static org.bihuan.catalogue.Liability.MAINTENANCE_FUND;
import static org.bihuan.catalogue.Liability.OWNER_PAID;
import static org.bihuan.catalogue.Liability.PROPERTY_FEE;
import static org.bihuan.catalogue.Liability.THIRD_PARTY;
import static org.bihuan.catalogue.Liability.UTILITY;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.catalogue.Catalogue.Category;
import org.bihuan.catalogue.Liability;
import org.bihuan.catalogue.Responsibility;
import org.bihuan.catalogue.Responsibility.Grounds;
import org.bihuan.catalogue.WarrantyPart;
import org.bihuan.shared.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WarrantyRuleTest {
    private static final Map<WarrantyPart, WarrantyRule.Term> TERMS = StarterTerm.all().stream()
            .collect(Collectors.toMap(
                    StarterTerm::part,
                    term -> new WarrantyRule.Term(
                            term.details().length(), term.details().unit())));
    private static final LocalDate ACCEPTED = LocalDate.of(2023, 6, 30);
    private static final LocalDate LONG_AFTER = LocalDate.of(2040, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "STRUCTURE,     2023-06-30, 2073-06-30",
        "WATERPROOFING, 2023-06-30, 2028-06-30",
        "WIRING,        2023-06-30, 2025-06-30",
        "PIPES,         2023-06-30, 2025-06-30",
        "EQUIPMENT,     2023-06-30, 2025-06-30",
        "DECORATION,    2023-06-30, 2025-06-30",
        "WIRING,        2023-02-28, 2025-02-28",
        "WIRING,        2022-12-31, 2024-12-31",
        // a leap day has no like in most years: the last of February stands in for it
        "WATERPROOFING, 2024-02-29, 2029-02-28",
        "WIRING,        2022-02-28, 2024-02-28",
        // two whole heating seasons; one that had begun does not count
        "HEATING,       2023-06-30, 2025-03-15",
        "HEATING,       2023-11-15, 2025-03-15",
        "HEATING,       2023-11-16, 2026-03-15",
        "HEATING,       2024-01-10, 2026-03-15",
        "HEATING,       2024-03-16, 2026-03-15",
    })
    void theDeveloperAnswersThroughTheLastDayOfTheTermAndNotADayLonger(
            WarrantyPart part, LocalDate accepted, LocalDate lastDay) {
        WarrantyRule rule = new WarrantyRule(category(part, UTILITY), true);

        Responsibility onTheLastDay = rule.judge(accepted, lastDay, TERMS::get);
        assertThat(onTheLastDay)
                .isEqualTo(new Responsibility(DEVELOPER_WARRANTY, Grounds.WITHIN_WARRANTY, part, lastDay));
        assertThat(onTheLastDay.until()).isEqualTo(lastDay);

        Responsibility theDayAfter = rule.judge(accepted, lastDay.plusDays(1), TERMS::get);
        assertThat(theDayAfter).isEqualTo(new Responsibility(UTILITY, Grounds.WARRANTY_OVER, part, lastDay));
        assertThat(theDayAfter.until()).isNull();
    }

    @Test
    void theDeveloperAnswersFromTheDayOfAcceptanceAndBefore() {
        WarrantyRule rule = new WarrantyRule(category(WarrantyPart.PIPES, OWNER_PAID), true);

        assertThat(rule.judge(ACCEPTED, ACCEPTED, TERMS::get).code()).isEqualTo(DEVELOPER_WARRANTY);
        assertThat(rule.judge(ACCEPTED, ACCEPTED.minusDays(1), TERMS::get).code())
                .isEqualTo(DEVELOPER_WARRANTY);
    }

    @ParameterizedTest
    @CsvSource({
        // part, who usually pays, inside a unit, who pays when the warranty is over
        "PIPES,         OWNER_PAID,         true,  OWNER_PAID",
        "PIPES,         OWNER_PAID,         false, PROPERTY_FEE",
        "PIPES,         PROPERTY_FEE,       true,  PROPERTY_FEE",
        "EQUIPMENT,     PROPERTY_FEE,       false, PROPERTY_FEE",
        "HEATING,       UTILITY,            true,  UTILITY",
        "WATERPROOFING, THIRD_PARTY,        true,  THIRD_PARTY",
        "EQUIPMENT,     MAINTENANCE_FUND,   true,  MAINTENANCE_FUND",
        "EQUIPMENT,     OUT_OF_SCOPE,       true,  OUT_OF_SCOPE",
        "DECORATION,    DEVELOPER_WARRANTY, true,  OWNER_PAID",
        "DECORATION,    DEVELOPER_WARRANTY, false, MAINTENANCE_FUND",
        // roof, outer wall and structure belong to all owners, even where the water comes into one flat
        "WATERPROOFING, DEVELOPER_WARRANTY, true,  MAINTENANCE_FUND",
        "WATERPROOFING, DEVELOPER_WARRANTY, false, MAINTENANCE_FUND",
        "STRUCTURE,     DEVELOPER_WARRANTY, true,  MAINTENANCE_FUND",
    })
    void afterTheTermWhoeverUsuallyPaysDoes(
            WarrantyPart part, Liability usual, boolean inPrivatePart, Liability expected) {
        WarrantyRule rule = new WarrantyRule(category(part, usual), inPrivatePart);

        assertThat(rule.judge(LocalDate.of(1980, 1, 1), LONG_AFTER, TERMS::get).code())
                .isEqualTo(expected);
    }

    @Test
    void aCategoryWithoutAPartHasNoWarranty() {
        WarrantyRule rule = new WarrantyRule(category(null, THIRD_PARTY), true);

        assertThat(rule.judge(ACCEPTED, ACCEPTED, TERMS::get))
                .isEqualTo(new Responsibility(THIRD_PARTY, Grounds.NO_WARRANTY, null, null));
    }

    @Test
    void whatBreaksInACommonPartIsNeverOneOwnersToPay() {
        WarrantyRule rule = new WarrantyRule(category(null, OWNER_PAID), false);

        assertThat(rule.judge(ACCEPTED, LONG_AFTER, TERMS::get).code()).isEqualTo(PROPERTY_FEE);
    }

    @Test
    void withoutAnAcceptanceDateTheUsualIsSaidAndThatTheDateIsMissing() {
        Category seepage = category(WarrantyPart.WATERPROOFING, DEVELOPER_WARRANTY);
        Category leak = category(WarrantyPart.PIPES, OWNER_PAID);

        assertThat(new WarrantyRule(seepage, true).judge(null, LONG_AFTER, TERMS::get))
                .isEqualTo(new Responsibility(
                        DEVELOPER_WARRANTY, Grounds.ACCEPTANCE_UNKNOWN, WarrantyPart.WATERPROOFING, null));
        assertThat(new WarrantyRule(leak, true).judge(null, LONG_AFTER, TERMS::get))
                .isEqualTo(new Responsibility(OWNER_PAID, Grounds.ACCEPTANCE_UNKNOWN, WarrantyPart.PIPES, null));
    }

    @Test
    void anEditedTermCountsInsteadOfTheDefault() {
        WarrantyRule rule = new WarrantyRule(category(WarrantyPart.WATERPROOFING, DEVELOPER_WARRANTY), false);
        WarrantyRule.Term eightYears = new WarrantyRule.Term(8, TermUnit.YEARS);

        assertThat(rule.judge(ACCEPTED, LocalDate.of(2031, 6, 30), part -> eightYears)
                        .code())
                .isEqualTo(DEVELOPER_WARRANTY);
        assertThat(rule.judge(ACCEPTED, LocalDate.of(2031, 7, 1), part -> eightYears)
                        .code())
                .isEqualTo(MAINTENANCE_FUND);
    }

    @Test
    void theReasonIsASentenceInTheCallersLanguage() {
        WarrantyRule rule = new WarrantyRule(category(WarrantyPart.WATERPROOFING, DEVELOPER_WARRANTY), false);

        Responsibility inside = rule.judge(ACCEPTED, ACCEPTED, TERMS::get);
        assertThat(inside.reason(Language.ZH_CN)).isEqualTo("防水保修期至 2028-06-30，由开发商保修");
        assertThat(inside.reason(Language.EN))
                .isEqualTo("Waterproofing: under the developer's warranty until 2028-06-30");

        Responsibility over = rule.judge(ACCEPTED, LONG_AFTER, TERMS::get);
        assertThat(over.reason(Language.ZH_CN)).isEqualTo("防水保修期已于 2028-06-30 届满，由住宅专项维修资金承担");
        assertThat(over.reason(Language.EN))
                .isEqualTo(
                        "Waterproofing: the developer's warranty ended on 2028-06-30; paid from the maintenance fund");
    }

    @ParameterizedTest
    @EnumSource(Liability.class)
    void everyReasonHasWordsInBothLanguages(Liability liability) {
        for (Grounds grounds : Grounds.values()) {
            for (WarrantyPart part : WarrantyPart.values()) {
                Responsibility judged = new Responsibility(liability, grounds, part, ACCEPTED);
                assertThat(judged.reason(Language.ZH_CN))
                        .matches(".*\\p{IsHan}.*")
                        .doesNotContain("liability.", "part.");
                assertThat(judged.reason(Language.EN)).matches("\\p{ASCII}+").doesNotContain("liability.", "part.");
            }
        }
    }

    private static Category category(@Nullable WarrantyPart part, Liability usual) {
        return new Category(new UUID(0, 1), "ANY", "REPAIR", "某类", "Any", "CIVIL", "NORMAL", part, usual);
    }
}
