package org.bihuan.catalogue.domain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.bihuan.catalogue.WarrantyPart;

/** A warranty term that every company starts with: the least the law asks of a developer. */
record StarterTerm(WarrantyPart part, @JsonUnwrapped WarrantyTermDetails details) {
    static List<StarterTerm> all() {
        return StarterFile.read("warranty-terms.csv", StarterTerm::of);
    }

    private static StarterTerm of(NamedCsvRecord line) {
        WarrantyTermDetails details = new WarrantyTermDetails(
                Integer.parseInt(line.getField("length")),
                TermUnit.valueOf(line.getField("unit")),
                line.getField("source"));
        return new StarterTerm(WarrantyPart.valueOf(line.getField("part")), details);
    }
}
