package org.bihuan.company.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
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
     * Before a password is compared.
     *
     * @param knownAddress asked only when it matters
     * @throws TooManyTries with the time to wait
     */
    void check(String name, String address, BooleanSupplier knownAddress) {
        require(perNameAndAddress.get(fold(name) + " " + address));
        require(perAddress.get(address));
        if (perName.get(fold(name)).getAvailableTokens() < 1 && !knownAddress.getAsBoolean()) {
            require(perName.get(fold(name)));
        }
    }

    void wrong(String name, String address) {
        perNameAndAddress.get(fold(name) + " " + address).tryConsumeAsMuchAsPossible(1);
        perAddress.get(address).tryConsumeAsMuchAsPossible(1);
        perName.get(fold(name)).tryConsumeAsMuchAsPossible(1);
    }

    void right(String name, String address) {
        perNameAndAddress.invalidate(fold(name) + " " + address);
    }

    private static void require(Bucket bucket) {
        var probe = bucket.estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw new TooManyTries(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
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
