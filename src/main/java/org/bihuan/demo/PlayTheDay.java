package org.bihuan.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code play-the-day}: plays the demo day in an installation and says whether every matter ended as
 * it should.
 */
public final class PlayTheDay {
    static final int AS_EXPECTED = 0;
    static final int DIFFERS = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_PLAYED = 3;

    private static final String ROW = "%-3s %-10s %-11s %-18s %-46s %s%n";

    private final PasswordSource passwords;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    PlayTheDay(PasswordSource passwords, Clock clock, PrintStream out, PrintStream err) {
        this.passwords = passwords;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and ends the process with its exit code; {@code --help} says what they mean. */
    public static void main(String... args) {
        PasswordSource passwords = new PasswordSource(System.getenv(), PasswordSource::atTheTerminal);
        PlayTheDay command = new PlayTheDay(passwords, Clock.systemUTC(), readable(System.out), readable(System.err));
        System.exit(command.run(List.of(args)));
    }

    /** Plays, and gives the exit code. */
    int run(List<String> args) {
        try {
            PlayArguments arguments = PlayArguments.parse(args);
            if (arguments.help()) {
                out.print(PlayArguments.HELP);
                return AS_EXPECTED;
            }
            return play(arguments);
        } catch (UsageError e) {
            err.println(PlayArguments.COMMAND + ": " + e.getMessage() + ". See --help.");
            return WRONG_USAGE;
        } catch (ApiRefusal | ApiUnusable | DayInterrupted e) {
            err.println(PlayArguments.COMMAND + ": " + e.getMessage());
            return NOT_PLAYED;
        }
    }

    private int play(PlayArguments arguments) {
        String password = passwords.password(arguments.passwordFile());
        DemoAccount admin = new DemoAccount("ADMIN", arguments.username(), password, "系统管理员");
        DayScript script = DayScript.load();
        String community = arguments.community();
        try (ApiConnection connection = new ApiConnection(arguments.url(), language(), Pause.REAL)) {
            String token = arguments.setupToken();
            if (token != null) {
                DemoEstate.setUp(connection, token, arguments.company(), admin);
            }
            ApiClient client = new ApiClient(connection, admin.username(), admin.password());
            StagedEstate estate = new DemoEstate(connection, script, new RandomPasswords(), out::println)
                    .stage(client, community == null ? script.community().name() : community);
            hand(estate.accounts(), arguments.accountsFile());
            return report(new DayPlayer(estate, clock).play(script));
        }
    }

    /** Before the day is played: if it is interrupted, the accounts are there all the same. */
    private void hand(DemoAccounts accounts, @Nullable Path file) {
        if (file == null) {
            out.println(accounts.table());
            return;
        }
        try {
            accounts.write(file);
            out.println("The accounts are in " + file + ".");
        } catch (IOException e) {
            throw new UsageError("the accounts file " + file + " cannot be written: " + e.getMessage());
        }
    }

    private int report(List<Played> day) {
        int differing = 0;
        out.printf(ROW, "", "NUMBER", "KIND", "CATEGORY", "END", "EXPECTED");
        for (Played played : day) {
            Expectation expected = Expectation.of(played.entry());
            boolean met = expected.isMetBy(played);
            differing += met ? 0 : 1;
            out.printf(
                    ROW,
                    met ? "ok" : "!!",
                    played.number(),
                    played.entry().kind(),
                    played.entry().categoryCode(),
                    played.end(),
                    expected.text());
        }
        out.printf("%d of %d matters ended as expected.%n", day.size() - differing, day.size());
        return differing == 0 ? AS_EXPECTED : DIFFERS;
    }

    private static String language() {
        return Locale.getDefault().getLanguage().equals("zh") ? "zh-CN" : "en";
    }

    /** In a container without a locale Java writes ASCII, and every Chinese name would become question marks. */
    private static PrintStream readable(PrintStream stream) {
        Charset charset = stream.charset();
        return charset.equals(StandardCharsets.US_ASCII)
                ? new PrintStream(stream, true, StandardCharsets.UTF_8)
                : stream;
    }
}
