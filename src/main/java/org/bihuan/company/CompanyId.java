package org.bihuan.company;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.bihuan.shared.Id;
import org.bihuan.shared.Ids;

/** Identifies a company, the tenant. */
public record CompanyId(@JsonValue UUID value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CompanyId {}

    public static CompanyId next() {
        return new CompanyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
