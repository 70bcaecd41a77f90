package org.bihuan.company.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bihuan.shared.TooManyTries;

/**
 * Slows the guessing of passwords. Three buckets are emptied by wrong passwords only: the name tried from this address, the
 * address, and the name from everywhere. The last does not bind addresses the account has signed in from before, so nobody
 * can lock the owner of an account out by guessing at it from elsewhere.
 */
@ApplicationScoped
class GuessBrake {
    private static final int NAMES_REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> perNameAndAddress = buckets(8, Duration.ofSeconds(20));
    private final LoadingCache<String, Bucket> perAddress = buckets(60, Duration.ofSeconds(5));
    private final LoadingCache<String, Bucket> perName = buckets(40, Duration.ofSeconds(60));

    /**
     * Before a password is compared. Counts it as wrong until {@link #right}, so that many guesses at once are counted too.
     *
     * @param knownAddress asked only when it matters
     * @throws TooManyTries with the time to wait
     */
    void check(String name, String address, BooleanSupplier knownAddress) {
        Bucket pair = pair(name, address);
        take(pair);
        try {
            take(perAddress.get(address));
        } catch (TooManyTries e) {
            pair.addTokens(1);
            throw e;
        }
        if (!perName.get(Usernames.key(name)).tryConsume(1) && !knownAddress.getAsBoolean()) {
            pair.addTokens(1);
            perAddress.get(address).addTokens(1);
            take(perName.get(Usernames.key(name)));
        }
    }

    /** The password was right. */
    void right(String name, String address) {
        perNameAndAddress.invalidate(Usernames.key(name) + " " + address);
        perAddress.get(address).addTokens(1);
        perName.get(Usernames.key(name)).addTokens(1);
    }

    private Bucket pair(String name, String address) {
        return perNameAndAddress.get(Usernames.key(name) + " " + address);
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyTries(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    private static LoadingCache<String, Bucket> buckets(int capacity, Duration perToken) {
        return Caffeine.newBuilder()
                .maximumSize(NAMES_REMEMBERED)
                .expireAfterAccess(perToken.multipliedBy(capacity))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(1, perToken))
                        .build());
    }
}
