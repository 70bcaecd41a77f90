package org.bihuan.shared.table;

import io.vertx.core.http.HttpServerResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An export while it is written, and who keeps an eye on how its reader takes it. */
final class RunningExport {
    private static final long NOT_WAITING = 0;
    private static final long LONGEST_CLOSING_SECONDS = 5;

    private final UUID company;
    private final HttpServerResponse response;
    private final long longestNanos;
    private final long longestStallNanos;
    private final long startedAt = System.nanoTime();

    /** Since when the reader has let us wait; only one thread writes it. */
    private volatile long waitingSince = NOT_WAITING;

    private volatile boolean cutOff;
    private volatile long timer;
    private long bytes;

    RunningExport(UUID company, HttpServerResponse response, ExportSettings settings) {
        this.company = company;
        this.response = response;
        this.longestNanos = settings.longest().toNanos();
        this.longestStallNanos = settings.longestStall().toNanos();
    }

    UUID company() {
        return company;
    }

    void watchedBy(long periodicTimer) {
        timer = periodicTimer;
    }

    long timer() {
        return timer;
    }

    long bytes() {
        return bytes;
    }

    long milliseconds() {
        return (System.nanoTime() - startedAt) / 1_000_000;
    }

    boolean isCutOff() {
        return cutOff;
    }

    boolean hasBegunToAnswer() {
        return response.headWritten();
    }

    /** Ends the connection in the midst of it, so that nobody takes what has come for the whole. */
    void cutOff() {
        cutOff = true;
        response.reset();
    }

    /** The same, and waits until it has been done: whatever is written after that cannot end the answer properly. */
    void cutOffNow() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        response.closeHandler(ignored -> closed.countDown());
        cutOff();
        if (!response.closed()) {
            var unused = closed.await(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS);
        }
    }

    void cutOffIfTooSlow() {
        long now = System.nanoTime();
        long since = waitingSince;
        boolean stalls = since != NOT_WAITING && now - since > longestStallNanos;
        if (!cutOff && (stalls || now - startedAt > longestNanos)) {
            cutOff();
        }
    }

    /** The same, watched, and never closed by who writes to it. */
    OutputStream watched(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                requireReader();
                waitingSince = System.nanoTime();
                out.write(some, from, length);
                waitingSince = NOT_WAITING;
                bytes += length;
            }

            @Override
            public void flush() throws IOException {
                requireReader();
                waitingSince = System.nanoTime();
                out.flush();
                waitingSince = NOT_WAITING;
            }

            @Override
            public void close() {
                // what is closed counts as whole, and only who has written all of it may say so
            }
        };
    }

    private void requireReader() throws IOException {
        if (cutOff || response.closed()) {
            throw new IOException(cutOff ? "Cut off: too slow a reader" : "The reader has gone");
        }
    }
}
