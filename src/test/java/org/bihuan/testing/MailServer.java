package org.bihuan.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real mail server, and a door before it that turns some recipients away, as servers do: whose address begins with {@code
 * busy} the first time, whose begins with {@code gone} always.
 */
final class MailServer implements AutoCloseable {
    /** Where tests read the mailboxes; a system property, because tests live in another class loader. */
    static final String IMAP_PORT = "bihuan.test.imap-port";

    private final GreenMail server;
    private final ServerSocket door;
    private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();

    MailServer() throws IOException {
        ServerSetup smtp = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP);
        server = new GreenMail(new ServerSetup[] {smtp, imap});
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        System.setProperty(IMAP_PORT, Integer.toString(server.getImap().getPort()));
        door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        daemon(this::open);
    }

    private static void daemon(Runnable work) {
        Thread.ofPlatform().daemon().name("mail door").start(work);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket behind = new Socket("localhost", server.getSmtp().getPort());
                daemon(() -> answers(behind, client));
                daemon(() -> commands(client, behind));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void answers(Socket behind, Socket client) {
        try (behind;
                client;
                InputStream from = behind.getInputStream()) {
            from.transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one side has hung up
        }
    }

    /** The client waits for the answer to each command, so nothing of the server's can come in between. */
    private void commands(Socket client, Socket behind) {
        try (client;
                behind;
                BufferedReader from = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                String refusal = refusal(line);
                OutputStream to = refusal == null ? behind.getOutputStream() : client.getOutputStream();
                to.write(((refusal == null ? line : refusal) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                to.flush();
            }
        } catch (IOException e) {
            // one side has hung up
        }
    }

    private @org.jspecify.annotations.Nullable String refusal(String line) {
        String command = line.toLowerCase(Locale.ROOT);
        if (command.startsWith("rcpt to:<gone")) {
            return "550 5.1.1 no such mailbox";
        }
        return command.startsWith("rcpt to:<busy") && turnedAway.add(command) ? "451 4.3.0 try again later" : null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        server.stop();
    }
}
