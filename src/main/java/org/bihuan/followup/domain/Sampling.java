package org.bihuan.followup.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bihuan.workorder.WorkOrderId;

/**
 * Chooses the share of matters that are called, by a hash of the order's id and round: nobody can steer it by hand, and it
 * comes out the same whenever it is recounted.
 */
final class Sampling {
    private static final int ALL = 100;

    private Sampling() {}

    static boolean chooses(WorkOrderId order, int round, int sharePercent) {
        return draw(order, round) < sharePercent;
    }

    /** From 0 to 99, each as likely as any other (up to 100 in 2^64). */
    private static long draw(WorkOrderId order, int round) {
        byte[] drawn = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(order.value().getMostSignificantBits())
                .putLong(order.value().getLeastSignificantBits())
                .putInt(round)
                .array();
        return Long.remainderUnsigned(ByteBuffer.wrap(sha256(drawn)).getLong(), ALL);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
