package org.bihuan.catalogue.domain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import org.bihuan.catalogue.Liability;
import org.bihuan.catalogue.WarrantyPart;
import org.jspecify.annotations.Nullable;

/** A category that every company starts with. */
record StarterCategory(String code, @JsonUnwrapped CategoryDetails details) {
    private static final String BETWEEN_STEPS = ";";
    /** Splits after the mark, which belongs to the question. */
    private static final String AFTER_A_QUESTION = "(?<=[?？])";

    static List<StarterCategory> all() {
        return StarterFile.read("categories.csv", StarterCategory::of);
    }

    private static StarterCategory of(NamedCsvRecord line) {
        CategoryDetails details = new CategoryDetails(
                line.getField("kind"),
                new CategoryNames(line.getField("zh"), line.getField("en")),
                line.getField("trade"),
                line.getField("priority"),
                part(line.getField("warrantyPart")),
                Liability.valueOf(line.getField("usualLiability")),
                cut(line.getField("tools"), BETWEEN_STEPS),
                cut(line.getField("method"), BETWEEN_STEPS),
                cut(line.getField("questions"), AFTER_A_QUESTION),
                false);
        return new StarterCategory(line.getField("code"), details);
    }

    private static @Nullable WarrantyPart part(String name) {
        return name.isEmpty() ? null : WarrantyPart.valueOf(name);
    }

    private static List<String> cut(String cell, String where) {
        return Arrays.stream(cell.split(where)).filter(item -> !item.isEmpty()).toList();
    }
}
