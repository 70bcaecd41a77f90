package org.bihuan.notification.domain;

import java.util.UUID;
import org.bihuan.company.Addressees.Addressee;
import org.bihuan.shared.Language;
import org.bihuan.workorder.WorkOrderFacts;
import org.jspecify.annotations.Nullable;

/**
 * Who is told.
 *
 * @param key what makes them the same person for one event
 * @param accountId whose inbox it goes to; null for who cannot sign in
 * @param phone in E.164
 * @param address for mail; null when nobody knows one
 */
record Recipient(
        String key,
        @Nullable UUID accountId,
        @Nullable UUID residentId,
        @Nullable String name,
        @Nullable String phone,
        Language language,
        @Nullable String address) {
    static Recipient of(Addressee staff) {
        UUID id = staff.id().value();
        return new Recipient(
                "account:" + id, id, null, staff.displayName(), null, Language.best(staff.language()), staff.email());
    }

    /** The reporter of a matter. What they chose for their account counts before what the desk has noted. */
    static Recipient reporterOf(WorkOrderFacts order, @Nullable String residentsEmail, @Nullable Addressee account) {
        String own = account == null ? null : account.email();
        return new Recipient(
                key(order),
                account == null ? null : account.id().value(),
                order.residentId(),
                order.reporterName(),
                order.reporterPhone(),
                account == null ? Language.ZH_CN : Language.best(account.language()),
                own == null ? residentsEmail : own);
    }

    private static String key(WorkOrderFacts order) {
        if (order.residentId() != null) {
            return "resident:" + order.residentId();
        }
        return order.reporterPhone() == null ? "reporter" : "phone:" + order.reporterPhone();
    }

    /** Whether anybody has reported it at all: a patrol's finding has nobody to tell. */
    static boolean isKnown(WorkOrderFacts order) {
        return order.residentId() != null || order.reporterName() != null || order.reporterPhone() != null;
    }
}
