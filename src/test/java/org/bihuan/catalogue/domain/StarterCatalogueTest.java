package org.bihuan.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Set;
import org.bihuan.catalogue.Liability;
import org.bihuan.catalogue.WarrantyPart;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StarterCatalogueTest {
    private static final List<StarterCategory> CATEGORIES = StarterCategory.all();
    private static ValidatorFactory validators;

    @BeforeAll
    static void open() {
        validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }

    @AfterAll
    static void close() {
        validators.close();
    }

    @Test
    void aCompanyStartsWithFortyCategoriesOfDifferentCodes() {
        assertThat(CATEGORIES).hasSize(40);
        assertThat(CATEGORIES).extracting(StarterCategory::code).doesNotHaveDuplicates();
        assertThat(CATEGORIES)
                .allSatisfy(category -> assertThat(category.code()).matches(CategoryDetails.CODE));
    }

    @Test
    void everyStarterCategoryKeepsTheRulesThatAdministratorsMustKeep() {
        Validator validator = validators.getValidator();
        assertThat(CATEGORIES).allSatisfy(category -> {
            assertThat(validator.validate(category.details())).isEmpty();
            assertThat(category.details().usualLiability() == Liability.DEVELOPER_WARRANTY
                            && category.details().warrantyPart() == null)
                    .isFalse();
        });
    }

    @Test
    void theDeskAlwaysKnowsWhatToAskAndWhatToDo() {
        assertThat(CATEGORIES).allSatisfy(category -> {
            assertThat(category.details().questions())
                    .isNotEmpty()
                    .allSatisfy(question -> assertThat(question).endsWith("?"));
            assertThat(category.details().method()).isNotEmpty();
        });
    }

    @Test
    void listsInOneCellComeApart() {
        StarterCategory lift = CATEGORIES.getFirst();
        assertThat(lift.code()).isEqualTo("LIFT_ENTRAPMENT");
        assertThat(lift.details())
                .isEqualTo(new CategoryDetails(
                        "REPAIR",
                        new CategoryNames("电梯困人", "Lift entrapment"),
                        "LIFT",
                        "EMERGENCY",
                        null,
                        Liability.PROPERTY_FEE,
                        List.of("三角钥匙", "对讲机", "急救包"),
                        List.of("安抚被困人员并保持通话", "通知维保单位三十分钟内到场", "禁止强行扒门"),
                        List.of("几号楼哪部电梯?", "轿厢里几个人?", "有没有老人孩子或不适?"),
                        false));
    }

    @Test
    void everyPartHasOneTermWithItsSource() {
        List<StarterTerm> terms = StarterTerm.all();
        assertThat(terms).extracting(StarterTerm::part).containsExactlyInAnyOrder(WarrantyPart.values());
        assertThat(terms)
                .allSatisfy(term -> assertThat(validators.getValidator().validate(term.details()))
                        .isEmpty());
    }

    @Test
    void rowsForTheDatabaseAreFlat() {
        JsonNode row = new ObjectMapper().valueToTree(CATEGORIES.getFirst());
        assertThat(row.path("code").asText()).isEqualTo("LIFT_ENTRAPMENT");
        assertThat(row.path("names").path("zh-CN").asText()).isEqualTo("电梯困人");
        assertThat(row.path("defaultPriority").asText()).isEqualTo("EMERGENCY");
        assertThat(row.path("warrantyPart").isNull()).isTrue();
        assertThat(row.path("tools")).hasSize(3);
    }

    @Test
    void aBadNameIsPointedAtByItsLanguage() {
        Set<ConstraintViolation<CategoryNames>> violations =
                validators.getValidator().validate(new CategoryNames(" ", "two\nlines"));
        assertThat(violations)
                .extracting(violation -> violation.getPropertyPath() + " " + violation.getMessageTemplate())
                .containsExactlyInAnyOrder("zh-CN REQUIRED", "en NOT_ONE_LINE");
        assertThat(validators.getValidator().validate(new CategoryNames("长".repeat(101), "x")))
                .extracting(ConstraintViolation::getMessageTemplate)
                .containsExactly("WRONG_LENGTH");
    }
}
