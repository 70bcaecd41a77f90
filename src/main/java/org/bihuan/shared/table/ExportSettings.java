package org.bihuan.shared.table;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What an export may cost. Each holds a thread and a connection to the database for as long as it lasts. */
@ConfigMapping(prefix = "bihuan.exports")
interface ExportSettings {
    /** Ten times what half a million rows take; whoever reads slower than that has the file cut off. */
    Duration longest();

    /** How long a reader may take nothing at all. */
    Duration longestStall();

    /** At once, on each instance. */
    int perCompany();

    /** At once, on each instance: a fifth of its connections. */
    int perInstance();
}
