package org.bihuan.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.hibernate.Session;

/** Reads as if time stood still: in one transaction that sees one state of the database and changes nothing. */
@ApplicationScoped
public class Snapshot {
    private static final String STILL = "set transaction isolation level repeatable read, read only";

    private final Session database;

    Snapshot(Session database) {
        this.database = database;
    }

    /** @param longest after which the database gives up on a reader that asks nothing more, and so does the transaction */
    public <T> T read(Duration longest, Supplier<T> work) {
        int seconds = Math.toIntExact(longest.toSeconds());
        return QuarkusTransaction.requiringNew().timeout(seconds).call(() -> {
            database.doWork(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(STILL);
                    statement.execute("set local idle_in_transaction_session_timeout = '" + seconds + "s'");
                }
            });
            return work.get();
        });
    }

    /** Forgets what has been read, so that memory does not grow with how much is read. */
    public void forgetWhatWasRead() {
        database.clear();
    }
}
