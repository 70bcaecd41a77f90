package org.bihuan.launch;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.bihuan.company.InitialSetUp;
import org.bihuan.demo.DemoAccounts;
import org.bihuan.demo.DemoRun;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads the demo estate and plays a day on it, when asked for with {@code bihuan.demo=true}: through the public API, like any
 * other client, and only into a new installation.
 */
@ApplicationScoped
class DemoStart {
    private static final Logger LOG = Logger.getLogger("org.bihuan.demo");

    private final boolean wanted;
    private final int port;
    private final Path accountsFile;
    private final InitialSetUp setUp;
    private final Clock clock;

    DemoStart(
            @ConfigProperty(name = "bihuan.demo", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "bihuan.data-directory") Path dataDirectory,
            InitialSetUp setUp,
            Clock clock) {
        this.wanted = wanted;
        this.port = port;
        this.accountsFile = dataDirectory.resolve("demo-accounts.json");
        this.setUp = setUp;
        this.clock = clock;
    }

    /** After everybody else: the set-up token must have been made. */
    void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        if (wanted) {
            Thread.ofPlatform().daemon().name("demo").start(this::load);
        }
    }

    private void load() {
        try {
            if (setUp.token().isPresent()) {
                LOG.info("Loading the demo estate and playing a day at the desk …");
                Files.createDirectories(accountsFile.toAbsolutePath().getParent());
                say(DemoRun.run(
                        URI.create("http://localhost:" + port), setUp.token().get(), accountsFile, clock));
            } else if (Files.exists(accountsFile)) {
                say(DemoAccounts.read(accountsFile));
            } else {
                LOG.warn("No demo: this installation has been set up already, and the demo only goes into a new one.");
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo could not be loaded", e);
        }
    }

    private static void say(DemoAccounts accounts) {
        LOG.infof("This is a demo. Its accounts:%n%s", accounts.table());
    }
}
