package org.bihuan.workorder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to an owner has been written, for whoever can carry it to them: a gateway for text messages, a chat. Observed in the
 * same transaction.
 *
 * @param messageId the same when the same message is told again
 * @param kind what it is about, UPPER_SNAKE
 * @param phone in E.164
 * @param language a BCP 47 tag
 * @param text plain, complete, in that language
 */
public record OwnerMessageWritten(
        UUID messageId,
        String kind,
        @Nullable String recipientName,
        @Nullable String phone,
        String language,
        String text,
        WorkOrderFacts order) {}
