package org.bihuan.workorder;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message to an owner has been written, for whoever can carry it to them: a gateway for text messages, a chat. Observed in the
 * same transaction.
 *
 * @param messageId the same when the same message is told again
 * @param kind what it is about, UPPER_SNAKE
 * @param phone in E.164
 * @param language a BCP 47 tag
 * @param text plain, complete, in that language; written when somebody asks for it, because mostly nobody does
 */
public record OwnerMessageWritten(
        UUID messageId,
        String kind,
        @Nullable String recipientName,
        @Nullable String phone,
        String language,
        Supplier<String> text,
        WorkOrderFacts order) {}
