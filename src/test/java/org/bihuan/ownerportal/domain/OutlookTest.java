package org.bihuan.ownerportal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.Language;
import org.bihuan.shared.NotNow;
import org.bihuan.workorder.Channel;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutlookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(90));

    private static Progress order(
            Status status, @Nullable Instant closedAt, Map<ClockName, Instant> due, @Nullable Instant nextCheckAt) {
        WorkOrderFacts facts = new WorkOrderFacts(
                WorkOrderId.next(),
                "1000044",
                3,
                UUID.randomUUID(),
                Kind.REPAIR,
                status,
                Priority.NORMAL,
                1,
                null,
                "漏水",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                closedAt,
                null,
                null,
                NOW,
                NOW);
        return new Progress(facts, 2, Channel.CALL, null, due, nextCheckAt);
    }

    private static Outlook chinese(Progress progress) {
        return Outlook.of(progress, SHANGHAI, Language.ZH_CN, NOW);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusIsSaidInPlainWordsInBothLanguages(Status status) {
        Progress progress = order(status, status == Status.CLOSED ? NOW : null, Map.of(), null);
        for (Language language : Language.values()) {
            Outlook outlook = Outlook.of(progress, SHANGHAI, language, NOW);
            assertThat(outlook.statusText()).isNotBlank().doesNotStartWith("status.");
            assertThat(outlook.nextStep()).isNotBlank().doesNotStartWith("next.");
        }
    }

    @Test
    void theNextStepNamesTheTimeOfThePlace() {
        Outlook outlook = chinese(order(
                Status.ACCEPTED,
                null,
                Map.of(ClockName.ARRIVE, SOON, ClockName.FINISH, NOW.plusSeconds(86_400)),
                null));
        assertThat(outlook.nextStep()).isEqualTo("师傅将在 11月23日 11:30 前到达。");
        assertThat(outlook.dueAt()).isEqualTo(SOON);
    }

    @Test
    void whereNobodyComesTheNextStepIsToFinish() {
        assertThat(chinese(order(Status.DISPATCHED, null, Map.of(ClockName.FINISH, SOON), null))
                        .nextStep())
                .isEqualTo("我们将在 11月23日 11:30 前处理完。");
    }

    @Test
    void whoIsLateSaysSo() {
        Map<ClockName, Instant> due = Map.of(ClockName.FINISH, NOW.minusSeconds(1));
        Outlook outlook = Outlook.of(order(Status.IN_PROGRESS, null, due, null), SHANGHAI, Language.EN, NOW);
        assertThat(outlook.nextStep()).contains("longer than we promised", "sorry");
    }

    @Test
    void whatWaitsIsLookedAfterAgain() {
        assertThat(chinese(order(Status.ON_HOLD, null, Map.of(), SOON)).nextStep())
                .contains("11月23日 11:30");
    }

    @Test
    void aClosedMatterCanBeReopenedForThirtyDaysToTheSecond() {
        Progress lastChance = order(Status.CLOSED, NOW.minus(Duration.ofDays(30)), Map.of(), null);
        Progress tooLate = order(Status.CLOSED, NOW.minus(Duration.ofDays(30)).minusSeconds(1), Map.of(), null);
        assertThat(OwnerAction.allowed(lastChance.facts(), NOW)).containsExactly("reopen", "rate");
        assertThat(OwnerAction.allowed(tooLate.facts(), NOW)).containsExactly("rate");
        assertThat(chinese(tooLate).nextStep()).doesNotContain("重新打开");
        assertThatThrownBy(() -> OwnerAction.REOPEN.requirePossible(tooLate.facts(), NOW))
                .isInstanceOfSatisfying(NotNow.class, refused -> {
                    assertThat(refused.code()).isEqualTo("CLOSED_TOO_LONG_AGO");
                    assertThat(refused.allowedActions()).containsExactly("rate");
                });
    }
}
