package org.bihuan.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bihuan.integration.domain.AddressGuard.Destination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections go to the address that was checked, in the name that was given. */
class WebhookClientTest {
    private static final String NAME = "sms.example.com";
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static Vertx vertx;
    private static HttpClientOptions trusting;

    @BeforeAll
    static void makeACertificate() throws IOException, InterruptedException {
        vertx = Vertx.vertx();
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        trusting = new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Destination here(boolean secure, String host, int port) {
        return new Destination(secure, host, port, "/in", InetAddress.getLoopbackAddress());
    }

    private static HttpsServer secureServer() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(folder.resolve("store.p12"))) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Test
    void theNameIsNotLookedUpAgain() throws IOException {
        CompletableFuture<String> host = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            host.complete(exchange.getRequestHeaders().getFirst("Host"));
            answer(exchange);
        });
        server.start();
        int port = server.getAddress().getPort();
        var reply = new WebhookClient(vertx, new HttpClientOptions())
                .post(here(false, "rebound.invalid", port), Map.of(), new byte[0]);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(host.join()).isEqualTo("rebound.invalid:" + port);
        server.stop(0);
    }

    @Test
    void theCertificateHasToBeOfTheName() throws IOException, GeneralSecurityException {
        CompletableFuture<String> asked = new CompletableFuture<>();
        HttpsServer server = secureServer();
        server.createContext("/", exchange -> {
            var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            asked.complete(session.getRequestedServerNames().toString());
            answer(exchange);
        });
        server.start();
        int port = server.getAddress().getPort();
        WebhookClient client = new WebhookClient(vertx, trusting);
        assertThat(client.post(here(true, NAME, port), Map.of(), new byte[0]).isSuccess())
                .isTrue();
        assertThat(asked.join()).contains(NAME);
        assertThatThrownBy(() -> client.post(here(true, "mail.example.com", port), Map.of(), new byte[0]))
                .isInstanceOf(WebhookClient.NotReached.class);
        assertThatThrownBy(() -> new WebhookClient(vertx, new HttpClientOptions())
                        .post(here(true, NAME, port), Map.of(), new byte[0]))
                .as("nobody vouches for it")
                .isInstanceOf(WebhookClient.NotReached.class);
        server.stop(0);
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long before = System.nanoTime();
            assertThatThrownBy(() -> new WebhookClient(vertx, new HttpClientOptions())
                            .post(here(false, "localhost", silent.getLocalPort()), Map.of(), new byte[0]))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before))
                    .isBetween(9L, 11L);
        }
    }

    @Test
    void whereNobodyListensNobodyIsReached() {
        assertThatThrownBy(() -> new WebhookClient(vertx, new HttpClientOptions())
                        .post(here(false, "localhost", 9), Map.of(), new byte[0]))
                .isInstanceOf(WebhookClient.NotReached.class)
                .hasMessageStartingWith("NOT_REACHED");
    }
}
