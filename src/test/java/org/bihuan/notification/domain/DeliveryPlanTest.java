package org.bihuan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.Language;
import org.bihuan.workorder.Priority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPlanTest {
    private static final Instant AT_NIGHT = Instant.parse("2026-11-23T15:00:00Z"); // 23:00 in Shanghai
    private static final Instant MORNING = Instant.parse("2026-11-23T23:00:00Z");
    private static final Instant DIGEST = Instant.parse("2026-11-24T00:30:00Z");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private static Recipient somebody(@Nullable UUID account, @Nullable String address) {
        return new Recipient("key", account, null, "陈静", null, Language.ZH_CN, address);
    }

    private static Preferences wishes(Map<MessageKind, Choice> choices) {
        return new Preferences(choices, NIGHT, Preferences.DIGEST_AT, Preferences.HOME);
    }

    private static DeliveryPlan plan(MessageKind kind, Priority priority, Map<MessageKind, Choice> choices) {
        return DeliveryPlan.of(
                kind, priority, somebody(UUID.randomUUID(), "a@example.com"), wishes(choices), true, AT_NIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "BREACHED,EMERGENCY,true",
        "BREACHED,URGENT,true",
        "BREACHED,NORMAL,false",
        "ESCALATED,URGENT,true",
        "ESCALATED,LOW,false",
        "OFFERED,EMERGENCY,true",
        "OFFERED,URGENT,false",
        "ASSIGNED,EMERGENCY,true",
        "WARNED,EMERGENCY,false",
        "REOPENED,EMERGENCY,false",
        "CALL_BACK_DUE,NORMAL,true"
    })
    void onlyWhatIsPressingDisturbsTheNight(MessageKind kind, Priority priority, boolean atOnce) {
        DeliveryPlan plan = plan(kind, priority, Map.of());
        assertThat(plan.state()).isEqualTo(MessageState.QUEUED);
        assertThat(plan.at()).isEqualTo(atOnce ? AT_NIGHT : MORNING);
    }

    @Test
    void anEmergencyReachesAlsoWhoHasSwitchedThatOffOrPutItOff() {
        for (Choice choice : Choice.values()) {
            DeliveryPlan plan = plan(MessageKind.OFFERED, Priority.EMERGENCY, Map.of(MessageKind.OFFERED, choice));
            assertThat(plan.state()).isEqualTo(MessageState.QUEUED);
            assertThat(plan.at()).isEqualTo(AT_NIGHT);
        }
    }

    @Test
    void whatIsSwitchedOffStaysInTheInboxOnly() {
        DeliveryPlan plan = plan(MessageKind.OFFERED, Priority.URGENT, Map.of(MessageKind.OFFERED, Choice.OFF));
        assertThat(plan.state()).isEqualTo(MessageState.SUPPRESSED);
        assertThat(plan.reason()).isEqualTo(StateReason.NOT_WISHED);
        assertThat(plan.channel()).isEqualTo(MessageChannel.INBOX);
    }

    @Test
    void aReminderOfACallWaitsForTheMorningUnlessSomebodyWantsItAtOnce() {
        DeliveryPlan usual = plan(MessageKind.FOLLOW_UP_DUE, Priority.NORMAL, Map.of());
        assertThat(usual.state()).isEqualTo(MessageState.DIGEST);
        assertThat(usual.at()).isEqualTo(DIGEST);
        DeliveryPlan wanted =
                plan(MessageKind.FOLLOW_UP_DUE, Priority.NORMAL, Map.of(MessageKind.FOLLOW_UP_DUE, Choice.MAIL));
        assertThat(wanted.state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void nothingIsQueuedForNowhere() {
        for (MessageKind kind : MessageKind.values()) {
            DeliveryPlan nobody =
                    DeliveryPlan.of(kind, Priority.EMERGENCY, somebody(null, null), wishes(Map.of()), true, AT_NIGHT);
            assertThat(nobody.state()).isEqualTo(MessageState.LOGGED);
            assertThat(nobody.reason()).isEqualTo(StateReason.NO_ADDRESS);
            assertThat(nobody.channel()).isEqualTo(MessageChannel.NONE);
            DeliveryPlan noServer = DeliveryPlan.of(
                    kind, Priority.EMERGENCY, somebody(null, "a@b.cn"), wishes(Map.of()), false, AT_NIGHT);
            assertThat(noServer.state()).isEqualTo(MessageState.LOGGED);
            assertThat(noServer.reason()).isEqualTo(StateReason.NO_MAIL_SERVER);
        }
    }

    @Test
    void aDigestThatIsAboutToBeWrittenIsNoLongerReachable() {
        Preferences wishes = Preferences.usual(Preferences.HOME);
        assertThat(wishes.digestDay(DIGEST.minusSeconds(121))).isEqualTo("2026-11-24");
        assertThat(wishes.digestDay(DIGEST.minusSeconds(60))).isEqualTo("2026-11-25");
        assertThat(wishes.digestDay(DIGEST.plusSeconds(1))).isEqualTo("2026-11-25");
    }

    @Test
    void everyKindIsForSomebody() {
        assertThat(Arrays.stream(MessageKind.values()).filter(kind -> !kind.isForOwners() && !kind.isForStaff()))
                .containsExactly(MessageKind.DIGEST);
    }
}
