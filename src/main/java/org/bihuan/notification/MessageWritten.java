package org.bihuan.notification;

import java.util.UUID;
import org.bihuan.workorder.WorkOrderId;
import org.jspecify.annotations.Nullable;

/**
 * A message to the reporter of a matter has been written. Observed in the same transaction, so that it can reach them in other
 * ways than mail too.
 *
 * @param phone in E.164; null when nobody knows it
 * @param language as a BCP 47 tag
 * @param text short, plain, in that language, with the link to follow the matter: as secret as that link
 */
public record MessageWritten(
        UUID message,
        MessageKind kind,
        @Nullable String recipientName,
        @Nullable String phone,
        String language,
        String text,
        WorkOrderId workOrder,
        String workOrderNumber) {}
