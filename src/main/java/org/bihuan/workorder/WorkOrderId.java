package org.bihuan.workorder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.bihuan.shared.Id;
import org.bihuan.shared.Ids;

/** Identifies a work order. */
public record WorkOrderId(@JsonValue UUID value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkOrderId {}

    public static WorkOrderId next() {
        return new WorkOrderId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
