package org.bihuan.integration.domain;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How events are told to who follows them. */
@ConfigMapping(prefix = "bihuan.events")
interface EventSettings {
    /** A compromise between how live a screen is and how often the database is asked; only while somebody follows. */
    Duration lookEvery();

    /** How long somebody whose rights have ended may still hear. */
    Duration checkRightsEvery();

    /** Well below the minute after which proxies take a silent connection for dead. */
    Duration heartbeatEvery();

    Duration longestStream();

    /** As many tabs as somebody reasonably has; on each instance. */
    int streamsPerAccount();

    /** Longer than a webhook is tried, and than a screen stays closed over holidays. */
    Duration kept();
}
