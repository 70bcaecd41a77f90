package org.bihuan.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.RawHttp;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Half a million rows with {@code -Dbihuan.test.rows=500000}; a twenty-fifth of it in every build. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongExportTest {
    private static final Logger LOG = Logger.getLogger(LongExportTest.class);
    private static final int ROWS = Integer.getInteger("bihuan.test.rows", 20_000);
    private static final long MEGABYTE = 1024 * 1024;

    /** The figure of the issue: what an export of any length may add to the heap. */
    private static final long MOST_GROWTH = 64 * MEGABYTE;

    private static final Duration FIRST_BYTE_WITHIN = Duration.ofSeconds(1);
    private static final int LOOKS = 5;

    @TempDir
    Path folder;

    private World world;

    @BeforeAll
    void fill() {
        world = World.fresh();
        String closed = WorkOrderFixtures.closed(world).id();
        List<String> columns = TestDatabase.column("""
                select column_name from information_schema.columns where table_name = 'work_order' and is_generated = 'NEVER'
                and column_name not in ('id', 'number', 'created_at', 'tracking_hash', 'tracking_nonce', 'follow_up_id')
                """);
        String same = String.join(", ", columns);
        int filled = TestDatabase.execute(
                "insert into work_order (id, number, created_at, " + same + ") select gen_random_uuid(),"
                        + " (700000000 + i)::text, w.created_at - i * interval '1 second', w."
                        + String.join(", w.", columns)
                        + " from work_order w, generate_series(1, ?) i where w.id = cast(? as uuid)",
                ROWS,
                closed);
        assertThat(filled).isEqualTo(ROWS);
        TestDatabase.execute("analyze work_order");
    }

    private Download download(String format) {
        assertNobodyIsInTheWay();
        return Download.of(world.as("desk"), "/work-orders/export?format=" + format);
    }

    /** After all that nobody needs any more has been thrown away. */
    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Looks at the heap some times while it is read through. */
    private static final class Watched extends FilterInputStream {
        private final long lookEvery;
        private long bytes;
        private long most;

        Watched(InputStream body, long expectedBytes) {
            super(body);
            this.lookEvery = expectedBytes / LOOKS;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] some, int from, int length) throws IOException {
            int count = super.read(some, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            if ((bytes + more) / lookEvery > bytes / lookEvery) {
                most = Math.max(most, heapInUse());
            }
            bytes += more;
        }
    }

    private void assertFirstByteComesSoon(String format) throws IOException {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (Download some = download(format)) {
                waits.add(some.firstByte());
            }
        }
        LOG.infof("%d rows as %s: first byte after %s", ROWS, format, waits);
        assertThat(waits).anySatisfy(wait -> assertThat(wait).isLessThan(FIRST_BYTE_WITHIN));
    }

    @Test
    void anExportOfAnyLengthNeedsLittleMemoryAndComesAtOnce() throws IOException {
        assertFirstByteComesSoon("csv");
        long before = heapInUse();
        long began = System.nanoTime();
        try (Download all = download("csv");
                Watched body = new Watched(all.body(), ROWS * 340L);
                CSVParser rows = Download.csv(body)) {
            long count = 0;
            String last = "9";
            for (CSVRecord row : rows) {
                String created = row.get("登记时间 (Asia/Shanghai)");
                assertThat(created).isLessThanOrEqualTo(last);
                last = created;
                count++;
            }
            assertThat(count).isEqualTo(ROWS + 1L);
            report("csv", body.bytes, body.most - before, began);
        }
    }

    @Test
    void aWorkbookOfAnyLengthToo() throws IOException {
        assertFirstByteComesSoon("xlsx");
        long before = heapInUse();
        long began = System.nanoTime();
        Path file = folder.resolve("orders.xlsx");
        try (Download all = download("xlsx");
                Watched body = new Watched(all.body(), ROWS * 140L)) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            report("xlsx", body.bytes, body.most - before, began);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.filter(row -> row.getCell(0).asString().matches("[0-9]+"))
                            .count())
                    .isEqualTo(ROWS + 1L);
        }
    }

    private static void report(String format, long bytes, long growth, long began) {
        LOG.infof(
                "%d rows as %s: %d bytes, heap +%d MB, %d ms",
                ROWS, format, bytes, growth / MEGABYTE, (System.nanoTime() - began) / 1_000_000);
        assertThat(growth).isGreaterThan(-MOST_GROWTH * 4).isLessThan(MOST_GROWTH);
    }

    /** Reads the head of the answer and then no more. */
    private Socket stalled(Api as) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(as.base()).getPort()));
        String[] headers = as.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toArray(String[]::new);
        String head = RawHttp.head("GET", "/api/v1/work-orders/export", headers) + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private static List<String> openSnapshots() {
        return TestDatabase.column("""
                select query from pg_stat_activity where application_name = 'bihuan' and xact_start is not null
                and backend_xmin is not null and now() - xact_start > interval '100 ms' and query not like 'select clock%'
                """);
    }

    @Test
    void whoDoesNotReadIsCutOffAndHoldsNothing() throws IOException {
        try (Socket first = stalled(world.as("desk"));
                Socket second = stalled(world.as("manager"))) {
            Answer third = world.as("desk").get("/work-orders/export");
            assertThat(third.status()).as(third.raw()).isEqualTo(429);
            assertThat(third.header("Retry-After")).isEqualTo("30");
            assertThat(third.code()).isEqualTo("TOO_MANY_EXPORTS");

            await().atMost(Duration.ofSeconds(60)).until(() -> openSnapshots().isEmpty());
            for (Socket socket : List.of(first, second)) {
                assertThat(endsProperly(socket)).isFalse();
            }
        }
        assertNobodyIsInTheWay();
    }

    private void assertNobodyIsInTheWay() {
        String few = "/work-orders/export?status=REGISTERED";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> world.as("desk").get(few).status() == 200);
    }

    /** Whether the answer has the empty chunk at its end that says that it is whole. */
    private static boolean endsProperly(Socket socket) throws IOException {
        byte[] rest;
        try {
            rest = socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            return false;
        }
        return new String(rest, StandardCharsets.ISO_8859_1).endsWith("\r\n0\r\n\r\n");
    }

    @Test
    void whoHangsUpHoldsNothing() throws IOException {
        for (int i = 0; i < 4; i++) {
            stalled(world.as("desk")).close();
            await().atMost(Duration.ofSeconds(30)).until(() -> openSnapshots().isEmpty());
        }
        assertNobodyIsInTheWay();
    }
}
