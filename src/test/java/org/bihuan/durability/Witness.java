package org.bihuan.durability;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Somebody who can tell in the end whether everything is as it was promised. Who has to receive something for that, such as mail,
 * is there before the application is started and gives it the address.
 */
interface Witness extends AutoCloseable {
    /** Environment variables for the application. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** After the company is set up and before anybody dies, for what has to be arranged through the API. */
    default void settle(Installation house) {}

    /** What is not as it should be, in words. */
    List<String> findings(Installation house, Ledger ledger) throws SQLException;

    @Override
    default void close() {}
}
