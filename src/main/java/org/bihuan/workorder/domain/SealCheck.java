package org.bihuan.workorder.domain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows the chain of the seals of a company: each over the one before it and over what it covers. */
final class SealCheck {
    private static final int AT_A_TIME = 2000;

    /** A seal without heads is broken too, and must not be missed by a join. */
    private static final String SEALS = """
            select s.no, s.sealed_at, s.orders, s.hash, h.work_order_id, h.seq, h.hash as head
            from timeline_seal s left join timeline_sealed_head h on h.company_id = s.company_id and h.seal_no = s.no
            where s.company_id = ? order by s.no, h.work_order_id, h.seq
            """;

    private final Connection database;
    private final UUID company;
    private final Map<Integer, SealName> known;
    private @Nullable Seal present;
    private @Nullable SealName newest;
    private @Nullable BrokenLink broken;
    private int count;

    SealCheck(Connection database, UUID company, List<SealName> known) {
        this.database = database;
        this.company = company;
        this.known = known.stream()
                .filter(seal -> seal.company().equals(company))
                .collect(Collectors.toMap(SealName::no, Function.identity(), (one, again) -> one));
    }

    /** A seal that is just being read. */
    private static final class Seal {
        final int no;
        final int orders;
        final String hash;
        final ChainHash digest;
        int heads;

        Seal(UUID company, ResultSet row, byte[] previous) throws SQLException {
            no = row.getInt("no");
            orders = row.getInt("orders");
            hash = ChainHash.hex(row.getBytes("hash"));
            Instant at = row.getObject("sealed_at", OffsetDateTime.class).toInstant();
            digest = ChainHash.ofSeal(previous, company, no, at, orders);
        }

        void add(ResultSet row) throws SQLException {
            UUID order = row.getObject("work_order_id", UUID.class);
            if (order != null) {
                digest.with(new SealedHead(order, row.getInt("seq"), row.getBytes("head"), no));
                heads++;
            }
        }
    }

    /** The first one that is broken. */
    Optional<BrokenLink> run() throws SQLException {
        try (PreparedStatement select = database.prepareStatement(SEALS)) {
            select.setFetchSize(AT_A_TIME);
            select.setObject(1, company);
            try (ResultSet rows = select.executeQuery()) {
                byte[] previous = ChainHash.START;
                while (rows.next()) {
                    if (present == null || present.no != rows.getInt("no")) {
                        finish();
                        present = new Seal(company, rows, previous);
                        previous = rows.getBytes("hash");
                    }
                    present.add(rows);
                }
            }
        }
        finish();
        known.values().stream()
                .filter(seal -> seal.no() > count)
                .forEach(seal -> broken(seal.no(), "this seal is missing, though it was noted down as " + seal.hash()));
        return Optional.ofNullable(broken);
    }

    private void finish() {
        Seal seal = present;
        if (seal == null) {
            return;
        }
        if (seal.no != count + 1) {
            broken(count + 1, "this seal is missing; the next one there is " + seal.no);
        }
        String content = ChainHash.hex(seal.digest.value());
        if (!content.equals(seal.hash) || seal.heads != seal.orders) {
            broken(
                    seal.no,
                    "this seal is not what was written: its hash is " + seal.hash + ", its content gives " + content);
        }
        SealName noted = known.get(seal.no);
        if (noted != null && !noted.hash().equals(seal.hash)) {
            broken(seal.no, "this seal was noted down as " + noted.hash() + ", and is " + seal.hash);
        }
        count = seal.no;
        newest = new SealName(company, seal.no, seal.hash);
    }

    private void broken(int no, String what) {
        if (broken == null) {
            broken = new BrokenLink(null, no, what);
        }
    }

    int count() {
        return count;
    }

    @Nullable
    SealName newest() {
        return newest;
    }
}
