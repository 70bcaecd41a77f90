package org.bihuan.durability;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;

/** Sends each request, with one Idempotency-Key, until it is answered for good: what it then was told must be so for ever. */
final class StubbornClient {
    private static final Duration BREATH = Duration.ofMillis(100);

    private final Ledger ledger;

    StubbornClient(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @return an answer that is neither silence nor a request to come back */
    Answer post(Api as, String path, Map<String, ?> body) {
        Api persistent = as.with("Idempotency-Key", UUID.randomUUID().toString());
        while (true) {
            try {
                Answer answer = persistent.post(path, body);
                if (isForGood(answer)) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                ledger.wasUnanswered();
            }
            Awaitility.await().pollDelay(BREATH).until(() -> true);
        }
    }

    private boolean isForGood(Answer answer) {
        if (answer.status() == 503) {
            ledger.wasPutOff();
            boolean polite = answer.header("Retry-After").matches("[1-9][0-9]*")
                    && answer.header("Content-Type").startsWith("application/problem+json")
                    && answer.code().equals("UNAVAILABLE");
            if (!polite) {
                ledger.surprise(answer.request() + " " + answer.headers() + " " + answer.raw());
            }
            return false;
        }
        if (answer.header("Idempotency-Replayed").equals("true")) {
            ledger.wasReplayed();
        }
        return !answer.code().equals("IDEMPOTENCY_KEY_STILL_RUNNING");
    }
}
