package org.bihuan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bihuan.testing.Api.Answer;

/** Sends bytes that no HTTP client would, and from whichever address of this machine. */
public final class RawHttp {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLISECONDS = 20_000;

    private RawHttp() {}

    public static Answer get(String target, String... headers) {
        return send("127.0.0.1", head("GET", target, headers) + "\r\n");
    }

    /** A POST of JSON from one of the addresses 127.0.0.x. */
    public static Answer post(String from, String path, Object body) {
        try {
            byte[] json = JSON.writeValueAsBytes(body);
            String head =
                    head("POST", "/api/v1" + path, "Content-Type: application/json", "Content-Length: " + json.length);
            return send(from, head + "\r\n" + new String(json, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String head(String method, String target, String... headers) {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    /** @param bytes each character one byte */
    public static Answer send(String from, String bytes) {
        URI base = URI.create(Api.nobody().base());
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getAllByName(from)[0], 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()));
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(all);
            return answer(bytes.lines().findFirst().orElse(""), all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(bytes.lines().findFirst().orElse(""), e);
        }
    }

    private static Answer answer(String request, byte[] all) throws IOException {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException(request + " was answered with " + text);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        text.substring(0, end).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        });
        String body = new String(all, end + 4, all.length - end - 4, StandardCharsets.UTF_8);
        int status = Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        JsonNode json = body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
        return new Answer(request, status, headers, body, json);
    }
}
