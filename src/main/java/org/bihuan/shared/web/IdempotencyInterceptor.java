package org.bihuan.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.shared.Idempotent;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Requester;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Does a POST with an {@code Idempotency-Key} once, and gives its first answer again for 24 hours. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotencyInterceptor {
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int FIRST_REFUSAL = 400;

    private final InstallationSecret secret;
    private final Requester requester;
    private final AnswerStore answers;
    private final HttpHeaders headers;
    private final Request request;
    private final UriInfo uri;
    private final ObjectMapper json;

    IdempotencyInterceptor(
            InstallationSecret secret,
            Requester requester,
            AnswerStore answers,
            HttpHeaders headers,
            Request request,
            UriInfo uri,
            ObjectMapper json) {
        this.secret = secret;
        this.requester = requester;
        this.answers = answers;
        this.headers = headers;
        this.request = request;
        this.uri = uri;
        this.json = json;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(KEY);
        UUID account = requester.accountId();
        if (key == null || account == null || !request.getMethod().equals(HttpMethod.POST)) {
            return call.proceed();
        }
        if (!ACCEPTED.matcher(key).matches()) {
            throw InvalidInput.malformed("", "IDEMPOTENCY_KEY_UNUSABLE");
        }
        byte[] fingerprint = fingerprint(call);
        return QuarkusTransaction.joiningExisting().call(() -> inOneTransaction(call, account, key, fingerprint));
    }

    private @Nullable Object inOneTransaction(InvocationContext call, UUID account, String key, byte[] fingerprint)
            throws Exception {
        answers.lock(account, key);
        AnswerStore.Answer first = answers.find(account, key);
        if (first != null) {
            return replay(first, fingerprint, call.getMethod().getReturnType());
        }
        Object result = call.proceed();
        switch (result) {
            case RestResponse<?> done
            when done.getStatus() < FIRST_REFUSAL -> answers.store(account, key, fingerprint, done.toResponse());
            case Response done when done.getStatus() < FIRST_REFUSAL -> answers.store(account, key, fingerprint, done);
            case null, default -> {
                // nothing has been done
            }
        }
        return result;
    }

    /** As the type that the operation declares, because its caller casts to it. */
    private static Object replay(AnswerStore.Answer first, byte[] fingerprint, Class<?> declared) {
        if (!Arrays.equals(first.fingerprint(), fingerprint)) {
            throw InvalidInput.invalid("", "IDEMPOTENCY_KEY_USED_FOR_ANOTHER_REQUEST");
        }
        var response =
                RestResponse.ResponseBuilder.<StoredJson>create(first.status()).header(REPLAYED, "true");
        first.headers().forEach(response::header);
        if (first.body().length > 0) {
            response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8")).entity(new StoredJson(first.body()));
        }
        RestResponse<?> again = response.build();
        return declared == Response.class ? again.toResponse() : again;
    }

    /**
     * Of what was asked, not of how it was typed: white space and the order of fields make no difference. Keyed, because some
     * bodies hold a password.
     */
    private byte[] fingerprint(InvocationContext call) throws JsonProcessingException {
        return secret.hmac(
                "request-fingerprint",
                (uri.getPath() + "?" + uri.getRequestUri().getRawQuery() + "\n").getBytes(StandardCharsets.UTF_8),
                json.writeValueAsBytes(withoutHeaders(call)));
    }

    /** Which version was meant is not what was asked: who asks again may have read the resource anew. */
    private static List<@Nullable Object> withoutHeaders(InvocationContext call) {
        Parameter[] declared = call.getMethod().getParameters();
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(call.getParameters()));
        for (int i = declared.length - 1; i >= 0; i--) {
            if (declared[i].isAnnotationPresent(HeaderParam.class)) {
                values.remove(i);
            }
        }
        return values;
    }
}
