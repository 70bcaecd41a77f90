package org.bihuan.durability;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bihuan.testing.Api;

/** Every message that was promised has reached the mail server, under the one name that its row gives it. */
final class EveryMailDelivered implements Witness {
    /** After the third time that the server did not answer in time, a mail rests for a minute and up to a quarter more. */
    private static final Duration STUCK = Duration.ofMinutes(2);

    private static final String WAITING =
            "select kind, tries, last_error from message where state = 'QUEUED' and not_before < now()";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    EveryMailDelivered() {
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "QUARKUS_MAILER_HOST",
                "localhost",
                "QUARKUS_MAILER_PORT",
                Integer.toString(server.getSmtp().getPort()));
    }

    @Override
    public void settle(Installation house) {
        for (String person : List.of("desk", "manager", "technician", "admin")) {
            Api api = house.as(person);
            Api.Answer present = api.get("/me/notification-preferences").require(200);
            api.patch("/me/notification-preferences", Map.of("email", person + "@example.com"), present)
                    .require(200);
        }
    }

    @Override
    public List<String> findings(Installation house, Ledger ledger) throws SQLException {
        List<String> findings = new ArrayList<>();
        try {
            Awaitility.await()
                    .atMost(STUCK)
                    .until(() -> Rows.of(house.database(), WAITING).isEmpty());
        } catch (ConditionTimeoutException e) {
            Rows.of(house.database(), WAITING).forEach(row -> findings.add("waits still: " + row));
        }
        Set<String> promised = new HashSet<>(
                Rows.of(house.database(), "select id from message where state = 'SENT' and channel = 'MAIL'"));
        List<String> came = arrived();
        Set<String> named = new HashSet<>(came);
        promised.stream()
                .filter(id -> !named.contains(id))
                .forEach(id -> findings.add("said to be sent, not there: " + id));
        named.stream().filter(id -> !promised.contains(id)).forEach(id -> findings.add("nobody promised: " + id));
        Rows.of(house.database(), "select id, reason, last_error from message where state = 'FAILED'")
                .forEach(row -> findings.add("given up: " + row));
        if (promised.isEmpty()) {
            findings.add("no mail at all");
        }
        System.out.println("Mails: " + promised.size() + " promised, " + came.size()
                + " arrived; what came twice came under the same Message-ID");
        return findings;
    }

    private List<String> arrived() {
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            try {
                ids.add(mail.getMessageID().replaceAll("^<|@.*$", ""));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return ids;
    }

    @Override
    public void close() {
        server.stop();
    }
}
