package org.bihuan.catalogue.domain;

import java.time.LocalDate;
import java.util.function.Function;
import org.bihuan.catalogue.Catalogue.Category;
import org.bihuan.catalogue.Liability;
import org.bihuan.catalogue.Responsibility;
import org.bihuan.catalogue.Responsibility.Grounds;
import org.bihuan.catalogue.WarrantyPart;
import org.jspecify.annotations.Nullable;

/**
 * Who must act and pay: the developer inside the term of the part (建设工程质量管理条例 art. 40), afterwards whoever usually
 * does.
 *
 * @param category of what is wrong
 * @param inPrivatePart whether it is inside somebody's unit
 */
record WarrantyRule(Category category, boolean inPrivatePart) {
    /** How long the developer answers for a part, counted from the acceptance of the building. */
    record Term(int length, TermUnit unit) {
        /** Itself still covered. */
        LocalDate lastDay(LocalDate accepted) {
            return unit.lastDay(accepted, length);
        }
    }

    /** @param terms asked at most once, for the part of the category */
    Responsibility judge(@Nullable LocalDate accepted, LocalDate on, Function<WarrantyPart, Term> terms) {
        WarrantyPart part = category.warrantyPart();
        if (part == null) {
            return new Responsibility(afterwards(), Grounds.NO_WARRANTY, null, null);
        }
        if (accepted == null) {
            return new Responsibility(usually(), Grounds.ACCEPTANCE_UNKNOWN, part, null);
        }
        // Before the acceptance the building is still the developer's, so only the end of the term matters.
        LocalDate lastDay = terms.apply(part).lastDay(accepted);
        return on.isAfter(lastDay)
                ? new Responsibility(afterwards(), Grounds.WARRANTY_OVER, part, lastDay)
                : new Responsibility(Liability.DEVELOPER_WARRANTY, Grounds.WITHIN_WARRANTY, part, lastDay);
    }

    /** Without the date nobody can rule the developer out. */
    private Liability usually() {
        Liability usual = category.usualLiability();
        return usual == Liability.DEVELOPER_WARRANTY ? usual : afterwards();
    }

    private Liability afterwards() {
        Liability usual = category.usualLiability();
        return switch (usual) {
            case DEVELOPER_WARRANTY -> isOwners() ? Liability.OWNER_PAID : Liability.MAINTENANCE_FUND;
            case OWNER_PAID -> inPrivatePart ? usual : Liability.PROPERTY_FEE;
            case PROPERTY_FEE, MAINTENANCE_FUND, UTILITY, THIRD_PARTY, OUT_OF_SCOPE -> usual;
        };
    }

    /**
     * Bearing structure, roof and outer walls are common parts wherever the damage shows (住宅专项维修资金管理办法 art. 3):
     * whoever lives under a leaking roof does not own it.
     */
    private boolean isOwners() {
        WarrantyPart part = category.warrantyPart();
        boolean shell = part == WarrantyPart.STRUCTURE || part == WarrantyPart.WATERPROOFING;
        return inPrivatePart && !shell;
    }
}
