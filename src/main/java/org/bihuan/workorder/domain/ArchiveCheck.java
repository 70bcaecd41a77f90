package org.bihuan.workorder.domain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the timelines of one company with their hashes and their seals. Plain JDBC in the transaction of the connection, which
 * should see one moment only; needs no more memory for a million orders than for ten.
 */
public final class ArchiveCheck {
    /** Whoever finds more has to restore a backup anyway. */
    private static final int MOST_TOLD = 20;

    private static final String ORDERS = "select id, number, last_seq from work_order where company_id = ? order by id";
    private static final String HEADS = """
            select work_order_id, seq, hash, seal_no from timeline_sealed_head where company_id = ?
            order by work_order_id, seq
            """;
    private static final String WAITING =
            "select work_order_id, seq from timeline_unsealed where company_id = ? order by work_order_id, seq";

    private final Connection database;
    private final UUID company;
    private final List<BrokenLink> broken = new ArrayList<>();
    private long brokenOrders;
    private long orders;
    private long lines;
    private long older;

    private ArchiveCheck(Connection database, UUID company) {
        this.database = database;
        this.company = company;
    }

    /**
     * @param older how many lines are from before there were hashes; what covers them is the next line and the next seal of
     *     their order
     * @param newest the last seal, null when there is none yet
     * @param broken the first broken link of every order, and of the seals; at most {@value #MOST_TOLD} are told
     * @param more how many broken orders are not told
     */
    public record Findings(
            long orders,
            long lines,
            long older,
            int seals,
            @Nullable SealName newest,
            List<BrokenLink> broken,
            long more) {
        public boolean intact() {
            return broken.isEmpty();
        }
    }

    private record Counted(UUID id, String number, int lastSeq) {}

    private record Waiting(UUID order, int seq) {}

    /** @param known seals that were noted down elsewhere; those of other companies are passed over */
    public static Findings of(Connection database, UUID company, List<SealName> known) throws SQLException {
        return new ArchiveCheck(database, company).run(known);
    }

    private Findings run(List<SealName> known) throws SQLException {
        SealCheck seals = new SealCheck(database, company, known);
        seals.run().ifPresent(broken::add);
        walkAll();
        return new Findings(
                orders,
                lines,
                older,
                seals.count(),
                seals.newest(),
                List.copyOf(broken),
                Math.max(0, brokenOrders - broken.size()));
    }

    private void walkAll() throws SQLException {
        try (var counted = new ArchiveRows<>(database, ORDERS, company, ArchiveCheck::counted, Counted::id);
                var written = new ArchiveRows<>(
                        database, ArchivedLine.OF_COMPANY, company, ArchivedLine::read, ArchivedLine::order);
                var sealed = new ArchiveRows<>(database, HEADS, company, ArchiveCheck::head, SealedHead::order);
                var waiting = new ArchiveRows<>(database, WAITING, company, ArchiveCheck::waiting, Waiting::order)) {
            Optional<UUID> next = first(counted, written, sealed, waiting);
            while (next.isPresent()) {
                UUID order = next.get();
                walk(
                        order,
                        counted.take(order).orElse(null),
                        written,
                        all(order, sealed),
                        all(order, waiting).stream().map(Waiting::seq).toList());
                next = first(counted, written, sealed, waiting);
            }
        }
    }

    /** PostgreSQL sorts ids by their bytes, as their texts are sorted; UUID itself compares otherwise. */
    private static Optional<UUID> first(ArchiveRows<?>... all) {
        return Stream.of(all)
                .map(ArchiveRows::order)
                .filter(Objects::nonNull)
                .min((a, b) -> a.toString().compareTo(b.toString()));
    }

    private static <T> List<T> all(UUID order, ArchiveRows<T> rows) throws SQLException {
        List<T> all = new ArrayList<>();
        Optional<T> row = rows.take(order);
        while (row.isPresent()) {
            all.add(row.get());
            row = rows.take(order);
        }
        return all;
    }

    private void walk(
            UUID id,
            @Nullable Counted order,
            ArchiveRows<ArchivedLine> written,
            List<SealedHead> heads,
            List<Integer> waiting)
            throws SQLException {
        TimelineWalk walk = new TimelineWalk(order == null ? id.toString() : order.number(), heads, waiting);
        Optional<ArchivedLine> line = written.take(id);
        while (line.isPresent()) {
            walk.follow(line.get());
            line = written.take(id);
        }
        walk.end(order == null ? null : order.lastSeq());
        orders++;
        lines += walk.lines();
        older += walk.older();
        walk.broken().ifPresent(this::tell);
    }

    private void tell(BrokenLink link) {
        brokenOrders++;
        if (broken.size() < MOST_TOLD) {
            broken.add(link);
        }
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(row.getObject(1, UUID.class), row.getString(2), row.getInt(3));
    }

    private static SealedHead head(ResultSet row) throws SQLException {
        return new SealedHead(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3), row.getInt(4));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(row.getObject(1, UUID.class), row.getInt(2));
    }
}
