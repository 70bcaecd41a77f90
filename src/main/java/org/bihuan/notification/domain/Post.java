package org.bihuan.notification.domain;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.bihuan.shared.MailAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mails to the mail server that has been set, if any has. */
@ApplicationScoped
class Post {
    /** The default of {@code quarkus.mailer.host} here: the name under which nobody can ever be found (RFC 2606). */
    static final String NO_HOST = "unset.invalid";

    /** The blocking mailer would wait for ever; a job may take twelve seconds in all. */
    private static final Duration LONGEST = Duration.ofSeconds(9);

    /**
     * From here on a refusal is about the mailbox or the mail (RFC 5321, 4.2.3). What is below is about the way there: that we
     * are not let in (RFC 4954), or that what the server said was cut off, which the client tells as 500.
     */
    private static final int FOR_GOOD = 550;

    private final ReactiveMailer mailer;
    private final boolean mailServer;
    private final String here;

    Post(
            ReactiveMailer mailer,
            @ConfigProperty(name = "quarkus.mailer.host") String host,
            @ConfigProperty(name = "quarkus.mailer.mock", defaultValue = "false") boolean mock,
            @ConfigProperty(name = "bihuan.public-url") URI publicUrl) {
        this.mailer = mailer;
        this.mailServer = !mock && !host.equals(NO_HOST);
        this.here = publicUrl.getHost();
    }

    boolean hasMailServer() {
        return mailServer;
    }

    /** The same for the same message however often it is sent, so that a mailbox can tell a repetition. */
    private String messageId(UUID message) {
        return "<" + message + "@" + here + ">";
    }

    /** Waits until the server has taken it. @throws MailTrouble when it has not, or nobody knows */
    void send(UUID message, String address, Page page) throws MailTrouble {
        if (!MailAddress.Check.isOne(address)) {
            throw new MailTrouble("not an address of one mailbox", true);
        }
        Mail mail = Mail.withText(
                        address, page.subject(), MailTemplates.layoutText(page).render())
                .setHtml(MailTemplates.layoutHtml(page).render())
                .addHeader("Message-ID", messageId(message))
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(LONGEST);
        } catch (RuntimeException e) {
            throw trouble(e, address);
        }
    }

    private static MailTrouble trouble(RuntimeException failure, String address) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                int code = refusal.getReplyCode();
                String told = "SMTP " + code + ": " + refusal.getReplyMessage();
                return new MailTrouble(told.replace(address, "…"), code >= FOR_GOOD);
            }
        }
        return new MailTrouble(String.valueOf(failure).replace(address, "…"), false);
    }
}
