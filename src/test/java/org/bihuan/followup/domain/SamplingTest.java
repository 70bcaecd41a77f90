package org.bihuan.followup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.workorder.WorkOrderId;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private static final List<WorkOrderId> ORDERS =
            Stream.generate(WorkOrderId::next).limit(20_000).toList();

    @Test
    void aShareOfNothingCallsNobodyAndOfAHundredEverybody() {
        assertThat(chosen(0)).isEmpty();
        assertThat(chosen(100)).hasSameSizeAs(ORDERS);
    }

    @Test
    void aShareCallsAboutThatManyOfAHundred() {
        for (int share : List.of(1, 30, 50, 99)) {
            double percent = 100.0 * chosen(share).size() / ORDERS.size();
            // Five standard deviations: one false alarm in some 400,000 runs.
            assertThat(percent).isCloseTo(share, org.assertj.core.api.Assertions.within(5 * deviation(share)));
        }
    }

    private static double deviation(int share) {
        double p = share / 100.0;
        return 100 * Math.sqrt(p * (1 - p) / ORDERS.size());
    }

    @Test
    void aLargerShareCallsEverybodyThatASmallerOneCalls() {
        assertThat(chosen(60)).containsAll(chosen(30));
    }

    @Test
    void theNextRoundIsDrawnAnew() {
        assertThat(ORDERS)
                .anyMatch(order -> Sampling.chooses(order, 1, 50) && !Sampling.chooses(order, 2, 50))
                .anyMatch(order -> !Sampling.chooses(order, 1, 50) && Sampling.chooses(order, 2, 50));
    }

    @Test
    void anybodyCanRecountWhoIsCalled() {
        for (WorkOrderId order : ORDERS.subList(0, 500)) {
            int round = 1 + order.value().hashCode() & 3;
            int drawn = recount(order.value(), round);
            assertThat(Sampling.chooses(order, round, drawn)).isFalse();
            assertThat(Sampling.chooses(order, round, drawn + 1)).isTrue();
        }
    }

    /** SHA-256 of the id's sixteen bytes and the round as four; its first eight as a number, modulo a hundred. */
    private static int recount(UUID order, int round) {
        String hex = order.toString().replace("-", "") + "%08x".formatted(round);
        byte[] hash = sha256(HexFormat.of().parseHex(hex));
        return new BigInteger(1, Arrays.copyOf(hash, 8))
                .mod(BigInteger.valueOf(100))
                .intValueExact();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<WorkOrderId> chosen(int share) {
        return ORDERS.stream()
                .filter(order -> Sampling.chooses(order, 1, share))
                .toList();
    }
}
