package org.bihuan.notification.domain;

import java.util.UUID;
import org.bihuan.notification.MessageKind;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderRecorded;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened and that somebody has to hear.
 *
 * @param event what makes it the same event when it is told again
 * @param by whose own doing it was; they need not be told
 */
record News(
        MessageKind kind,
        String event,
        WorkOrderFacts order,
        Facts facts,
        @Nullable UUID by) {
    static News of(MessageKind kind, WorkOrderRecorded recorded, Facts facts) {
        String event = recorded.order().id() + ":" + recorded.line().seq();
        return new News(
                kind, event, recorded.order(), facts, recorded.line().by().id());
    }
}
