package org.bihuan.demo;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command line of {@link PlayTheDay}, understood. */
record PlayArguments(
        boolean help,
        URI url,
        String username,
        @Nullable Path passwordFile,
        @Nullable String setupToken,
        String company,
        @Nullable String community,
        @Nullable Path accountsFile) {
    static final String COMMAND = "play-the-day";

    static final String HELP = """
            Usage: java -jar quarkus-run.jar play-the-day [options]

            Sets up an invented estate of 336 flats in an installation of Bihuan and plays one day
            at its front desk: 44 calls, visits and messages, from the first ring to the follow-up.
            It makes its own accounts (demo.desk1, demo.plumbing, ...) and uses the public API only.

              --url URL              the installation (default http://localhost:8080)
              --username NAME        an administrator of the company (default admin)
              --password-file FILE   file whose first line is the administrator's password;
                                     without it BIHUAN_PASSWORD is used, else you are asked
              --setup-token TOKEN    for a brand-new installation: the token its first start printed.
                                     The company and the administrator are made first, with the
                                     username and password given
              --company NAME         the company's name with --setup-token (default 翠湖物业)
              --community NAME       the community to play in, made when not there (default 翠湖花园).
                                     Its registry gets the invented flats and residents
              --accounts-file FILE   where the new accounts and their passwords go, readable by you
                                     only; without it they are printed
              --help                 this text

            Ends with 0 when every matter came to its expected end, 1 when one did not, 2 when the
            options are wrong and 3 when the installation does not answer or refuses.
            """;

    private static final Set<String> OPTIONS = Set.of(
            "--url", "--username", "--password-file", "--setup-token", "--company", "--community", "--accounts-file");

    /**
     * Understands {@code --name value} and {@code --name=value}; the command's own name in front is skipped.
     *
     * @throws UsageError when something is unknown, given twice or has no value
     */
    static PlayArguments parse(List<String> arguments) {
        boolean named = !arguments.isEmpty() && arguments.getFirst().equals(COMMAND);
        List<String> rest = named ? arguments.subList(1, arguments.size()) : arguments;
        boolean help = rest.contains("--help") || rest.contains("-h");
        Map<String, String> options = help ? Map.of() : options(rest);
        return new PlayArguments(
                help,
                url(options.getOrDefault("--url", "http://localhost:8080")),
                options.getOrDefault("--username", "admin"),
                path(options.get("--password-file")),
                options.get("--setup-token"),
                options.getOrDefault("--company", DemoEstate.COMPANY),
                options.get("--community"),
                path(options.get("--accounts-file")));
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            checkKnown(name);
            String value = equals < 0 ? valueAfter(arguments, i++) : argument.substring(equals + 1);
            if (value.isBlank() || options.put(name, value) != null) {
                throw new UsageError(name + " needs exactly one value");
            }
        }
        return options;
    }

    private static void checkKnown(String name) {
        if (name.equals("--password")) {
            throw new UsageError(
                    "a password on the command line can be read by everybody on the machine: use --password-file"
                            + " or the variable BIHUAN_PASSWORD");
        }
        if (!OPTIONS.contains(name)) {
            throw new UsageError("unknown option " + name);
        }
    }

    private static String valueAfter(List<String> arguments, int i) {
        if (i + 1 >= arguments.size() || arguments.get(i + 1).startsWith("--")) {
            throw new UsageError(arguments.get(i) + " needs a value");
        }
        return arguments.get(i + 1);
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words that help.
        }
        throw new UsageError("--url needs an address such as http://localhost:8080, not " + text);
    }

    private static @Nullable Path path(@Nullable String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageError(text + " is not a file name");
        }
    }
}
