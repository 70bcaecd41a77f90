package org.bihuan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What a new installation does with itself when it is started with the demo asked for. */
public final class DemoRun {
    private static final Logger LOG = System.getLogger(DemoRun.class.getName());

    private DemoRun() {}

    /**
     * Sets up the demo estate in a brand-new installation, plays the day there and leaves the accounts in a file.
     * The administrator is in the file as soon as there is one, so that an interrupted run locks nobody out. An
     * end that is not as expected is logged as a warning.
     *
     * @param base the installation's own address, without the API's path
     * @param setupToken the one-time token of its first start
     * @param accountsFile where the accounts go, readable by its owner only
     * @param clock the installation's clock
     * @return the accounts, the administrator first
     * @throws RuntimeException when the installation refuses something or does not answer; the message says what
     * @throws UncheckedIOException when the file cannot be written
     */
    public static DemoAccounts run(URI base, String setupToken, Path accountsFile, Clock clock) {
        RandomPasswords passwords = new RandomPasswords();
        DemoAccount admin = new DemoAccount("ADMIN", "admin", passwords.get(), "系统管理员");
        DayScript script = DayScript.load();
        try (ApiConnection connection = new ApiConnection(base, "zh-CN", Pause.REAL)) {
            DemoEstate.setUp(connection, setupToken, DemoEstate.COMPANY, admin);
            write(new DemoAccounts(List.of(admin)), accountsFile);
            DemoEstate estate = new DemoEstate(connection, script, passwords, remark -> LOG.log(Level.INFO, remark));
            ApiClient client = new ApiClient(connection, admin.username(), admin.password());
            StagedEstate staged = estate.stage(client, script.community().name());
            DemoAccounts all = staged.accounts().with(admin);
            write(all, accountsFile);
            new DayPlayer(staged, clock).play(script).forEach(DemoRun::warnWhereItDiffers);
            return all;
        }
    }

    private static void write(DemoAccounts accounts, Path file) {
        try {
            accounts.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void warnWhereItDiffers(Played played) {
        Expectation expected = Expectation.of(played.entry());
        if (!expected.isMetBy(played)) {
            LOG.log(
                    Level.WARNING,
                    "Demo: work order {0} ended as {1}, expected was {2}",
                    played.number(),
                    played.end(),
                    expected.text());
        }
    }
}
