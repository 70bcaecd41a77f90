package org.bihuan.notification.domain;

import java.time.Instant;
import org.bihuan.notification.MessageKind;
import org.bihuan.workorder.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a message.
 *
 * @param at not before this
 */
record DeliveryPlan(
        MessageChannel channel,
        MessageState state,
        @Nullable StateReason reason,
        Instant at) {
    static DeliveryPlan of(
            MessageKind kind,
            Priority priority,
            Recipient recipient,
            Preferences preferences,
            boolean mailServer,
            Instant now) {
        MessageChannel withoutMail = recipient.accountId() == null ? MessageChannel.NONE : MessageChannel.INBOX;
        boolean pressing = kind.isPressing(priority);
        Choice choice = pressing ? Choice.MAIL : preferences.choice(kind);
        if (recipient.address() == null) {
            return new DeliveryPlan(withoutMail, MessageState.LOGGED, StateReason.NO_ADDRESS, now);
        }
        if (choice == Choice.OFF) {
            return new DeliveryPlan(withoutMail, MessageState.SUPPRESSED, StateReason.NOT_WISHED, now);
        }
        if (!mailServer) {
            return new DeliveryPlan(MessageChannel.MAIL, MessageState.LOGGED, StateReason.NO_MAIL_SERVER, now);
        }
        if (choice == Choice.DIGEST) {
            Instant digest = preferences.digestTime(preferences.digestDay(now));
            return new DeliveryPlan(MessageChannel.MAIL, MessageState.DIGEST, null, digest);
        }
        // What was agreed for this very minute does not wait for the morning either.
        boolean atOnce = pressing || kind == MessageKind.CALL_BACK_DUE;
        return new DeliveryPlan(
                MessageChannel.MAIL, MessageState.QUEUED, null, atOnce ? now : preferences.notDisturbing(now));
    }
}
