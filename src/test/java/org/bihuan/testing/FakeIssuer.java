package org.bihuan.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A small OpenID Connect provider that signs whatever claims are posted to it, also with a key it does not publish. */
public final class FakeIssuer implements QuarkusTestResourceLifecycleManager {
    /** Where tests find it. */
    public static final String URL = "bihuan.test.issuer";

    private static final int BITS = 2048;

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer running = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server = running;
            String url = "http://localhost:" + running.getAddress().getPort();
            RsaJsonWebKey published = key("published");
            RsaJsonWebKey secret = key("published");
            serve(running, "/.well-known/openid-configuration", request -> """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                     "authorization_endpoint": "%1$s/authorize", "id_token_signing_alg_values_supported": ["RS256"]}
                    """.formatted(url));
            serve(running, "/keys", request -> new JsonWebKeySet(published).toJson());
            serve(running, "/sign", request -> sign(request, published));
            serve(running, "/sign-wrongly", request -> sign(request, secret));
            running.start();
            System.setProperty(URL, url);
            return Map.of(
                    "quarkus.oidc.tenant-enabled", "true",
                    "quarkus.oidc.auth-server-url", url,
                    "quarkus.oidc.client-id", "bihuan",
                    "quarkus.oidc.token.audience", "bihuan");
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Answering {
        String answer(HttpExchange request) throws IOException;
    }

    private static void serve(HttpServer server, String path, Answering answering) {
        server.createContext(path, request -> {
            byte[] body = answering.answer(request).getBytes(StandardCharsets.UTF_8);
            request.getResponseHeaders().set("Content-Type", "application/json");
            request.sendResponseHeaders(200, body.length);
            request.getResponseBody().write(body);
            request.close();
        });
    }

    private static RsaJsonWebKey key(String id) throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
        key.setKeyId(id);
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return key;
    }

    private static String sign(HttpExchange request, RsaJsonWebKey key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
