package org.bihuan.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.bihuan.workorder.TimelineArchive;

/**
 * The command that compares all timelines with their hashes and seals. It starts nothing of the application but, where none is
 * configured, its database, and may run beside it.
 */
final class VerifyTimeline {
    static final String COMMAND = "verify-timeline";

    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int NOT_CHECKED = 2;

    private static final String SEAL = "--seal=";

    private VerifyTimeline() {}

    /** @return the exit code */
    static int run(List<String> arguments) {
        if (!arguments.stream().allMatch(argument -> argument.startsWith(SEAL))) {
            System.err.println("Usage: " + COMMAND + " [" + SEAL + "company/number/hash]...");
            return NOT_CHECKED;
        }
        try {
            EmbeddedDatabase.startUnlessConfigured();
            return verify(arguments.stream()
                    .map(seal -> seal.substring(SEAL.length()))
                    .toList());
        } catch (SQLException | RuntimeException e) {
            System.err.println("Not checked: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static int verify(List<String> seals) throws SQLException {
        try (Connection connection = DatabaseLogin.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("set role bihuan_application");
            return new TimelineArchive(connection, System.out).verify(seals) ? INTACT : BROKEN;
        }
    }

    static boolean isMeant(String... arguments) {
        return Arrays.stream(arguments).findFirst().filter(COMMAND::equals).isPresent();
    }
}
