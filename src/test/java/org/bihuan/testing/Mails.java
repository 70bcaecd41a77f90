package org.bihuan.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** Mails as they arrived in the mailbox of whom they were for. */
public final class Mails {
    private Mails() {}

    /** One of them, its texts decoded. */
    public record Received(
            String subject, String messageId, String from, List<String> recipients, String text, String html) {
        /** All that its reader can see. */
        public String all() {
            return subject + "\n" + text + "\n" + html;
        }
    }

    /** In the order they came. */
    public static List<Received> to(String address) {
        Properties settings = new Properties();
        settings.put("mail.imap.host", "localhost");
        settings.put("mail.imap.port", System.getProperty(MailServer.IMAP_PORT));
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect(address, "anything");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<Received> mails = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    mails.add(read(new MimeMessage((MimeMessage) message)));
                }
                return mails;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Received read(MimeMessage message) throws MessagingException, IOException {
        String text = "";
        String html = "";
        MimeMultipart parts = (MimeMultipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            } else if (part.isMimeType("text/html")) {
                html = part.getContent().toString();
            }
        }
        return new Received(
                message.getSubject(),
                message.getMessageID(),
                String.valueOf(message.getFrom()[0]),
                Arrays.stream(message.getAllRecipients()).map(String::valueOf).toList(),
                text,
                html);
    }
}
