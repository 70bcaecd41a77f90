package org.bihuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.JobHandler;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Mails;
import org.bihuan.testing.Mails.Received;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class OwnerMailTest {
    private final World world = World.first();

    @Inject
    Workbench workbench;

    @Inject
    Heard heard;

    /** Everything that an owner hears of, up to its completion; with an internal note that they must not read. */
    private Answer played(Answer order) {
        Answer accepted = WorkOrderFixtures.act(
                world, "technician", WorkOrderFixtures.dispatch(world, order), "accept", Map.of());
        Answer started = WorkOrderFixtures.act(world, "technician", accepted, "start", Map.of());
        Map<String, Object> hold = new java.util.HashMap<>(WorkOrderFixtures.hold());
        hold.put("note", "业主欠费，先拖着");
        Answer held = WorkOrderFixtures.act(world, "technician", started, "hold", hold);
        return WorkOrderFixtures.complete(world, WorkOrderFixtures.act(world, "technician", held, "resume", Map.of()));
    }

    @Test
    void eachEventIsOneMailToWhoReportedIt() {
        String address = Correspondence.address("wang.fang");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "王芳 & <家人>", address));
        played(order);
        List<JsonNode> log = Correspondence.settled(world, order.id());

        for (String kind : List.of("RECEIVED", "COMING", "WAITING", "DONE")) {
            assertThat(Correspondence.states(log, kind)).as(kind).containsExactly("SENT");
        }
        List<Received> mails = Mails.to(address);
        assertThat(mails).hasSize(4).extracting(Received::messageId).doesNotHaveDuplicates();
        assertThat(mails)
                .extracting(mail -> mail.subject().replaceAll("[0-9]", ""))
                .containsExactlyInAnyOrder(
                        "您的报修已收到，编号 ",
                        world.username("technician").replace('.', ' ') + "会上门处理，编号 ",
                        "您的报修需要等一等，编号 ",
                        "您的报修已处理，编号 ");
        String link = order.text("/trackingUrl");
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.recipients()).containsExactly(address);
            assertThat(mail.subject()).contains(order.text("/number"));
            assertThat(mail.text()).contains(order.text("/number"), link, "王芳 & <家人>您好", "翠湖物业");
            assertThat(mail.html())
                    .contains("href=\"" + link, "王芳 &amp; &lt;家人&gt;您好")
                    .doesNotContain("<家人>");
            assertThat(mail.all()).doesNotContain("欠费", "1380013", "1390013", "厨房");
        });
    }

    @Test
    void everybodyIsWrittenToInTheirLanguage() {
        String english = Correspondence.address("smith");
        String resident = Correspondence.resident(world, "Smith", "unused@example.com");
        Correspondence.account(world, resident, "en", english);
        Answer order = Correspondence.reportedBy(world, resident);
        played(order);
        Correspondence.settled(world, order.id());
        List<Received> mails = Mails.to(english);
        assertThat(mails).hasSize(4).allSatisfy(mail -> {
            assertThat(mail.text()).startsWith("Hello Smith, ").contains("See how it stands");
            assertThat(mail.html()).contains("<html lang=\"en\">");
            assertThat(mail.subject()).contains(": number " + order.text("/number"));
        });
        assertThat(Mails.to("unused@example.com")).isEmpty();
    }

    @Test
    void whoCouldNotBeReachedCanReopenItByTheLinkInTheirMail() {
        String address = Correspondence.address("zhao");
        Answer done = played(Correspondence.reportedBy(world, Correspondence.resident(world, "赵敏", address)));
        Answer followUp =
                world.as("desk").get("/follow-ups/" + done.text("/followUpId")).require(200);
        for (int i = 0; i < 3; i++) {
            followUp = world.as("desk")
                    .post("/follow-ups/" + followUp.id() + "/attempts", Map.of("outcome", "NO_ANSWER"), followUp)
                    .require(200);
        }
        assertThat(Correspondence.states(Correspondence.settled(world, done.id()), "UNREACHABLE"))
                .containsExactly("SENT");
        Received mail = Mails.to(address).getLast();
        assertThat(mail.subject()).startsWith("我们没能联系上您");
        String url = mail.text()
                .lines()
                .filter(line -> line.contains("/track/"))
                .findFirst()
                .orElseThrow();
        String path = url.substring(url.indexOf("/track/"));
        Api nobody = Api.nobody();
        nobody.post(path + "/reopen", Map.of("reason", " ")).require(422);
        Answer reopened = nobody.post(path + "/reopen", Map.of("reason", "还在漏")).require(200);
        assertThat(reopened.text("/status")).isEqualTo("REGISTERED");
        assertThat(reopened.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(reopened.raw()).doesNotContain("还在漏");
        assertThat(nobody.post(path + "/reopen", Map.of("reason", "还在漏"))
                        .require(409)
                        .code())
                .isEqualTo("NOT_IN_THIS_STATUS");
        assertThat(world.as("desk")
                        .get("/work-orders/" + done.id())
                        .require(200)
                        .text("/round"))
                .isEqualTo("2");
        nobody.post(path + "x/reopen", Map.of("reason", "还在漏")).require(404);
    }

    @Test
    void whoHasNoAddressIsOfferedToOtherSystemsAndNothingPretendsThatTheyGotAMail() {
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        matter.put("reporter", Map.of("name", "路人", "phone", "13700137000"));
        Answer order = world.as("desk").post("/work-orders", matter).require(201);
        JsonNode received = Correspondence.only(Correspondence.log(world, order.id()), "RECEIVED");
        assertThat(received.path("state").asText()).isEqualTo("LOGGED");
        assertThat(received.path("reason").asText()).isEqualTo("NO_ADDRESS");
        assertThat(received.path("channel").asText()).isEqualTo("NONE");
        assertThat(heard.about(order.id())).singleElement().satisfies(written -> {
            assertThat(written.kind()).isEqualTo("RECEIVED");
            assertThat(written.phone()).isEqualTo("+8613700137000");
            assertThat(written.recipientName()).isEqualTo("路人");
            assertThat(written.language()).isEqualTo("zh-CN");
            assertThat(written.text().get())
                    .contains(order.text("/number"), order.text("/trackingUrl"))
                    .doesNotContain("\n");
        });
    }

    @Test
    void whatNobodyReportedHasNobodyToBeToldTo() {
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        matter.remove("reporter");
        Answer order = world.as("desk").post("/work-orders", matter).require(201);
        assertThat(Correspondence.log(world, order.id())).isEmpty();
        assertThat(heard.about(order.id())).isEmpty();
    }

    @Test
    void tellingSomebodyDoesNotWriteTheOrderOnceMore() {
        Answer order = Correspondence.reportedBy(
                world, Correspondence.resident(world, "郑重", Correspondence.address("version")));
        assertThat(order.text("/version")).isEqualTo("0");
        assertThat(played(order).text("/version")).isEqualTo("6");
    }

    private String onlyMessage(Answer order) {
        return Correspondence.only(Correspondence.settled(world, order.id()), "RECEIVED")
                .path("id")
                .asText();
    }

    private JobHandler.Result send(String message, int attempt) throws Exception {
        String company = world.as("admin").get("/companies/current").id();
        return workbench.run(company, "SEND_MESSAGE", message, attempt, Map.of("message", message));
    }

    @Test
    void aMailThatIsSentAgainAfterACrashHasTheSameMessageId() throws Exception {
        String address = Correspondence.address("crash");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "李雷", address));
        String message = onlyMessage(order);
        assertThat(send(message, 1)).isEqualTo(JobHandler.Result.DONE);
        assertThat(Mails.to(address)).as("what is sent is not sent again").hasSize(1);
        // As if the process had died after the server took it and before that was noted.
        TestDatabase.execute(
                "update message set state = 'QUEUED', sent_at = null where id = ?", UUID.fromString(message));
        send(message, 2);
        assertThat(Mails.to(address))
                .extracting(Received::messageId)
                .containsExactly("<" + message + "@localhost>", "<" + message + "@localhost>");
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() {
        String address = Correspondence.address("busy");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "韩梅", address));
        JsonNode entry = Correspondence.only(Correspondence.settled(world, order.id()), "RECEIVED");
        assertThat(entry.path("state").asText()).isEqualTo("SENT");
        assertThat(entry.path("tries").asInt()).isEqualTo(2);
        assertThat(Mails.to(address)).hasSize(1);
    }

    @Test
    void aMailboxThatIsGoneIsNotTriedAgainAndTheDeskSeesWhy() {
        String address = Correspondence.address("gone");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "钱多", address));
        JsonNode entry = Correspondence.only(Correspondence.settled(world, order.id()), "RECEIVED");
        assertThat(entry.path("state").asText()).isEqualTo("FAILED");
        assertThat(entry.path("reason").asText()).isEqualTo("REFUSED");
        assertThat(entry.path("tries").asInt()).isEqualTo(1);
        assertThat(entry.path("lastError").asText()).contains("550").doesNotContain(address);
        org.awaitility.Awaitility.await()
                .until(
                        () -> Correspondence.jobs(
                                "SEND_MESSAGE", entry.path("id").asText()),
                        List.of("DEAD")::equals);
    }

    @Test
    void aServerThatIsBusyForTooLongIsGivenUpVisibly() {
        String address = Correspondence.address("busy.long");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "孙静", address));
        String message = onlyMessage(order);
        TestDatabase.execute(
                "update message set state = 'QUEUED', sent_at = null, address = ? where id = ?",
                Correspondence.address("busy.again"),
                UUID.fromString(message));
        int last = 8; // after the seventh pause
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> send(message, last))
                .isInstanceOf(Exception.class);
        JsonNode entry = Correspondence.only(Correspondence.log(world, order.id()), "RECEIVED");
        assertThat(entry.path("state").asText()).isEqualTo("FAILED");
        assertThat(entry.path("reason").asText()).isEqualTo("GAVE_UP");
    }

    @Test
    void namesAndAddressesCannotBringHeadersAlong() {
        Map<String, Object> resident = new java.util.HashMap<>();
        resident.put("name", "王芳");
        resident.put(
                "occupancies", List.of(Map.of("unitId", world.id("unit"), "relation", "OWNER", "from", "2024-01-01")));
        for (String wrong : List.of(
                "a@b.cn, c@d.cn", "a@b.cn\r\nBcc: c@d.cn", "a@b.cn\n", "王芳 <a@b.cn>", "a@b.cn;c@d.cn", "nobody")) {
            resident.put("email", wrong);
            Answer refused = world.as("desk").post("/residents", resident).require(422);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/email");
            assertThat(refused.text("/errors/0/code")).isEqualTo("NOT_A_MAIL_ADDRESS");
            Answer mine = world.as("desk2").get("/me/notification-preferences").require(200);
            world.as("desk2")
                    .patch("/me/notification-preferences", Map.of("email", wrong), mine)
                    .require(422);
        }
        resident.put("email", "a@b.cn");
        resident.put("name", "王芳\r\nBcc: c@d.cn");
        world.as("desk").post("/residents", resident).require(422);
    }

    @Test
    void anAddressThatGotIntoTheDatabaseOtherwiseIsRefusedBeforeSending() throws Exception {
        String address = Correspondence.address("list");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "周全", address));
        String message = onlyMessage(order);
        TestDatabase.execute(
                "update message set state = 'QUEUED', sent_at = null, address = ? where id = ?",
                "victim@example.com, other@example.com",
                UUID.fromString(message));
        assertThat(send(message, 1)).isInstanceOf(JobHandler.Result.Hopeless.class);
        assertThat(Mails.to("victim@example.com")).isEmpty();
        assertThat(Mails.to("other@example.com")).isEmpty();
    }

    @Test
    void aNameThatGotIntoTheDatabaseOtherwiseMakesNoHeader() throws Exception {
        String address = Correspondence.address("header");
        Answer order = Correspondence.reportedBy(world, Correspondence.resident(world, "吴用", address));
        String message = onlyMessage(order);
        TestDatabase.execute("""
                update message set state = 'QUEUED', sent_at = null, kind = 'COMING',
                  facts = facts || jsonb_build_object('PERSON', ?)
                where id = ?
                """, "李\r\nBcc: victim2@example.com\r\n\r\nbody", UUID.fromString(message));
        send(message, 1);
        assertThat(Mails.to(address))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.recipients()).containsExactly(address));
        assertThat(Mails.to(address).getLast().subject()).startsWith("李  Bcc: victim2@example.com    body");
        assertThat(Mails.to("victim2@example.com")).isEmpty();
    }
}
