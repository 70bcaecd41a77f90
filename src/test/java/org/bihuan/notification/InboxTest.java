package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@HttpTest
class InboxTest {
    private final World world = World.fresh();

    private List<JsonNode> inbox(String person, String query) {
        return Correspondence.items(world.as(person).get("/me/messages" + query).require(200));
    }

    @Test
    void theInboxHasWhatIWasToldAlsoWithoutAnyMail() {
        Answer order = WorkOrderFixtures.dispatched(world);
        List<JsonNode> messages = inbox("technician", "");
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.path("kind").asText()).isEqualTo("OFFERED");
            assertThat(message.path("workOrderId").asText()).isEqualTo(order.id());
            assertThat(message.path("workOrderNumber").asText()).isEqualTo(order.text("/number"));
            assertThat(message.path("title").asText()).startsWith("新派工单 " + order.text("/number"));
            assertThat(message.path("text").asText()).contains("需要处理的事情");
        });
        assertThat(Correspondence.states(Correspondence.log(world, order.id()), "OFFERED"))
                .containsExactly("LOGGED NO_ADDRESS");
        Api english = world.as("technician").with("Accept-Language", "en");
        assertThat(english.get("/me/messages").text("/items/0/title"))
                .startsWith("Work order " + order.text("/number") + " for you (normal)");
        assertThat(inbox("technician2", "")).isEmpty();
        assertThat(inbox("owner", "").getFirst().path("kind").asText()).isEqualTo("RECEIVED");
    }

    @Test
    void whatIHaveReadIsNoLongerUnreadAndIsNobodyElsesToRead() {
        WorkOrderFixtures.dispatched(world);
        WorkOrderFixtures.dispatched(world);
        String id = inbox("technician", "").getFirst().path("id").asText();
        String path = "/me/messages/" + id + "/read";
        world.as("technician2").post(path, null).require(404);
        world.as("admin").post(path, null).require(404);
        World.first().as("technician").post(path, null).require(404);
        Answer read = world.as("technician").post(path, null).require(200);
        assertThat(read.text("/readAt")).isNotBlank();
        assertThat(world.as("technician").post(path, null).require(200).text("/readAt"))
                .as("the first time counts")
                .isEqualTo(read.text("/readAt"));
        assertThat(inbox("technician", "?unread=true"))
                .hasSize(1)
                .noneSatisfy(message -> assertThat(message.path("id").asText()).isEqualTo(id));
        assertThat(inbox("technician", "?unread=false")).hasSize(2);
    }

    @Test
    void theInboxIsReadPageByPageTheNewestFirst() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.addFirst(WorkOrderFixtures.dispatched(world).text("/number"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = world.as("technician")
                    .get("/me/messages?limit=1&withTotal=true" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .require(200);
            assertThat(page.text("/total")).isEqualTo("3");
            seen.add(page.text("/items/0/workOrderNumber"));
            cursor = page.body().path("nextCursor").isNull() ? "" : page.text("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource({"desk,200", "manager,200", "strangerDesk,404", "technician,403", "owner,403", "admin,403"})
    void onlyTheDeskOfTheCommunityReadsTheLogOfAWorkOrder(String person, int status) {
        Answer order = WorkOrderFixtures.registered(world);
        assertThat(world.as(person)
                        .get("/work-orders/" + order.id() + "/messages")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void theLogIsReadPageByPage() {
        Answer order = WorkOrderFixtures.accepted(world);
        String path = "/work-orders/" + order.id() + "/messages?limit=2&withTotal=true";
        Answer first = world.as("desk").get(path).require(200);
        Answer second = world.as("desk")
                .get(path + "&cursor=" + first.text("/nextCursor"))
                .require(200);
        List<JsonNode> all = new ArrayList<>(Correspondence.items(first));
        all.addAll(Correspondence.items(second));
        assertThat(Correspondence.kinds(all)).containsExactly("RECEIVED", "OFFERED", "COMING");
        assertThat(first.text("/total")).isEqualTo("3");
    }

    @Test
    void iDecideHowIAmTold() {
        Api me = world.as("manager");
        Answer usual = me.get("/me/notification-preferences").require(200);
        assertThat(usual.body().path("email").isNull()).isTrue();
        assertThat(usual.text("/timeZone")).isEqualTo("Asia/Shanghai");
        assertThat(usual.text("/digestAt")).isEqualTo("08:30");
        assertThat(usual.text("/kinds/FOLLOW_UP_DUE")).isEqualTo("DIGEST");
        assertThat(usual.body().path("kinds").has("RECEIVED")).isFalse();

        Map<String, Object> wishes = new HashMap<>();
        wishes.put("email", "manager@example.com");
        wishes.put("kinds", Map.of("REOPENED", "OFF"));
        wishes.put("quietHours", Map.of("from", "22:00", "to", "06:30"));
        wishes.put("digestAt", "18:00");
        Answer changed = me.patch("/me/notification-preferences", wishes, usual).require(200);
        assertThat(changed.text("/kinds/REOPENED")).isEqualTo("OFF");
        assertThat(changed.text("/kinds/WARNED")).isEqualTo("MAIL");
        assertThat(changed.text("/quietHours/to")).isEqualTo("06:30");
        assertThat(changed.etag()).isNotEqualTo(usual.etag());
        me.patch("/me/notification-preferences", wishes, usual).require(412);
        me.send("PATCH", "/me/notification-preferences", wishes, "application/json")
                .require(428);
        assertThat(world.as("admin").get("/accounts/" + world.id("manager")).text("/email"))
                .isEqualTo("manager@example.com");

        Map<String, Object> back = new HashMap<>();
        back.put("quietHours", null);
        back.put("email", null);
        Map<String, Object> kinds = new HashMap<>();
        kinds.put("REOPENED", null);
        back.put("kinds", kinds);
        Answer again = me.patch("/me/notification-preferences", back, changed).require(200);
        assertThat(again.text("/kinds/REOPENED")).isEqualTo("MAIL");
        assertThat(again.body().path("quietHours").isNull()).isTrue();
        assertThat(again.body().path("email").isNull()).isTrue();
        assertThat(me.get("/me/notification-preferences").etag()).isEqualTo(again.etag());
    }

    @Test
    void whatCannotBeWishedIsRefusedAllAtOnce() {
        Api me = world.as("desk");
        Answer usual = me.get("/me/notification-preferences").require(200);
        Map<String, Object> wishes = Map.of(
                "kinds", Map.of("BREACHED", "OFF", "RECEIVED", "MAIL"),
                "quietHours", Map.of("from", "22:00", "to", "22:00"),
                "timeZone", "Mars/Olympus");
        Answer refused = me.patch("/me/notification-preferences", wishes, usual).require(422);
        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("pointer").asText() + " "
                        + error.path("code").asText())
                .containsExactlyInAnyOrder(
                        "/kinds/BREACHED MUST_BE_HEARD",
                        "/kinds/RECEIVED NOT_ONE_OF",
                        "/quietHours/to QUIET_ALL_DAY",
                        "/timeZone UNKNOWN_TIME_ZONE");
        Map<String, Object> badForm = Map.of("digestAt", "25:00", "kinds", Map.of("WARNED", "SOMETIMES"));
        me.patch("/me/notification-preferences", badForm, usual).require(422);
        assertThat(me.get("/me/notification-preferences").etag()).isEqualTo(usual.etag());
    }

    @Test
    void anOwnerIsAskedOnlyAboutWhatOwnersAreTold() {
        Answer mine = world.as("owner").get("/me/notification-preferences").require(200);
        assertThat(mine.body().path("kinds").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("RECEIVED", "COMING", "WAITING", "DONE", "CLOSED", "UNREACHABLE");
    }

    @Test
    void everyKindOfMessageAboutAnOrderHasWordsInEveryLanguage() {
        Answer order = WorkOrderFixtures.registered(world);
        Set<MessageKind> kinds = EnumSet.complementOf(EnumSet.of(MessageKind.DIGEST, MessageKind.HANDOVER));
        for (MessageKind kind : kinds) {
            TestDatabase.execute("""
                        insert into message (company_id, id, kind, event_key, recipient_key, work_order_id, account_id,
                          language, channel, state, reason, facts, created_at, not_before)
                        select company_id, gen_random_uuid(), ?, ?, 'account', cast(? as uuid), id, 'en', 'INBOX', 'LOGGED',
                          'NO_ADDRESS', jsonb_build_object('NUMBER', '1004273', 'MATTER', 'HAZARD'), now(), now()
                        from account where id = cast(? as uuid)
                        """, kind.name(), kind.name(), order.id(), world.id("technician2"));
        }
        for (String language : List.of("zh-CN", "en")) {
            Answer all = world.as("technician2")
                    .with("Accept-Language", language)
                    .get("/me/messages")
                    .require(200);
            assertThat(Correspondence.items(all)).hasSameSizeAs(kinds).allSatisfy(message -> {
                assertThat(message.path("title").asText()).contains("1004273").doesNotContain("{", "null");
                assertThat(message.path("text").asText()).contains("1004273").doesNotContain("{", "null");
            });
        }
    }
}
