package org.bihuan.integration.domain;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a destination that was checked: to that very address, with the name in the certificate check and the Host header. It
 * follows no redirect and keeps no connection.
 */
@ApplicationScoped
class WebhookClient {
    /** In all, from looking for the connection to the end of the answer; a job may take a little more. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CONNECT_MILLISECONDS = 5_000;

    /** In bytes. More of an answer is of no use to anybody. */
    private static final int LONGEST_BEGINNING = 1024;

    private static final int SUCCESS = 200;
    private static final int NO_SUCCESS = 300;

    private final HttpClient http;

    @jakarta.inject.Inject
    WebhookClient(Vertx vertx) {
        this(vertx, new HttpClientOptions());
    }

    /** @param options which certificates are trusted */
    WebhookClient(Vertx vertx, HttpClientOptions options) {
        this.http = vertx.createHttpClient(new HttpClientOptions(options)
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setConnectTimeout(CONNECT_MILLISECONDS));
    }

    /** @param beginning of what was answered, without what a text cannot hold */
    record Reply(int status, String beginning) {
        boolean isSuccess() {
            return status >= SUCCESS && status < NO_SUCCESS;
        }
    }

    /** There was no answer; the message says why, without addresses. */
    static final class NotReached extends IOException {
        NotReached(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @throws SocketTimeoutException when there was no whole answer in time
     * @throws NotReached when the connection failed
     */
    Reply post(AddressGuard.Destination destination, Map<String, String> headers, byte[] body) throws IOException {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        http.request(options(destination))
                .compose(request -> {
                    sent.set(request);
                    if (reply.isDone()) {
                        request.reset();
                    }
                    headers.forEach(request::putHeader);
                    request.putHeader("Content-Type", CloudEvent.MEDIA_TYPE);
                    request.putHeader("User-Agent", "Bihuan-Webhooks/1");
                    return request.send(Buffer.buffer(body));
                })
                .onSuccess(response -> read(response, reply))
                .onFailure(reply::completeExceptionally);
        try {
            return reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reply.completeExceptionally(e);
            throw new SocketTimeoutException("no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new NotReached("NOT_REACHED: " + cause.getClass().getSimpleName(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReached("INTERRUPTED", e);
        } finally {
            close(sent.get());
        }
    }

    private static RequestOptions options(AddressGuard.Destination destination) throws UnknownHostException {
        // Without its name, so that nobody looks it up once more.
        InetAddress address = InetAddress.getByAddress(destination.address().getAddress());
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, destination.port())))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.secure())
                .setURI(destination.target())
                .setFollowRedirects(false);
    }

    private static void read(HttpClientResponse response, CompletableFuture<Reply> reply) {
        Buffer beginning = Buffer.buffer();
        response.exceptionHandler(reply::completeExceptionally);
        response.handler(part -> {
            beginning.appendBuffer(part.slice(0, Math.min(part.length(), LONGEST_BEGINNING - beginning.length())));
            if (beginning.length() >= LONGEST_BEGINNING) {
                reply.complete(reply(response, beginning));
            }
        });
        response.endHandler(end -> reply.complete(reply(response, beginning)));
    }

    private static Reply reply(HttpClientResponse response, Buffer beginning) {
        String text = new String(beginning.getBytes(), StandardCharsets.UTF_8);
        return new Reply(response.statusCode(), text.replaceAll("[\\x00-\\x1f\\x7f]+", " "));
    }

    /** Also when it is through: nothing more is wanted from there. */
    private static void close(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }

    @PreDestroy
    void close() {
        var unused = http.close();
    }
}
