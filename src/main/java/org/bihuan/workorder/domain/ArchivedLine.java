package org.bihuan.workorder.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a timeline as it lies in the database, with the hash it got when it was written.
 *
 * @param own the text that its hash is made of
 * @param hash null for a line from before there were any
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its parts only
record ArchivedLine(UUID order, int seq, CanonicalText own, byte @Nullable [] hash) {
    static final String OF_COMPANY = """
            select company_id, work_order_id, seq, at, type, actor_id, actor_name, actor_role, behalf_id, behalf_name, round,
              from_status, to_status, reason, note, visible, data::text as data, hash
            from timeline_entry where company_id = ? order by work_order_id, seq
            """;

    /** Value by value as timeline_hash of the migrations takes them. */
    static ArchivedLine read(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        UUID order = row.getObject("work_order_id", UUID.class);
        int seq = row.getInt("seq");
        CanonicalText own = new CanonicalText()
                .add(ChainHash.FORM)
                .add(row.getObject("company_id", UUID.class))
                .add(order)
                .add(seq)
                .add(ChainHash.micros(at))
                .add(row.getString("type"))
                .add(row.getObject("actor_id", UUID.class))
                .add(row.getString("actor_name"))
                .add(row.getString("actor_role"))
                .add(row.getObject("behalf_id", UUID.class))
                .add(row.getString("behalf_name"))
                .add(row.getInt("round"))
                .add(row.getString("from_status"))
                .add(row.getString("to_status"))
                .add(row.getString("reason"))
                .add(row.getString("note"))
                .add(row.getBoolean("visible"))
                .addJson(row.getString("data"));
        return new ArchivedLine(order, seq, own, row.getBytes("hash"));
    }

    byte[] link(byte[] previous) {
        return ChainHash.after(previous).with(own).value();
    }
}
