package org.bihuan.demo;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the administrator's password comes from: a file, else the environment, else whoever sits at the terminal. */
final class PasswordSource {
    static final String VARIABLE = "BIHUAN_PASSWORD";

    private final Map<String, String> environment;
    private final Supplier<@Nullable String> prompt;

    /** @param prompt asks at the terminal; null when there is none */
    PasswordSource(Map<String, String> environment, Supplier<@Nullable String> prompt) {
        this.environment = environment;
        this.prompt = prompt;
    }

    /**
     * The password.
     *
     * @throws UsageError when there is none, or the file cannot be read
     */
    String password(@Nullable Path file) {
        String password = file == null ? environment.get(VARIABLE) : firstLine(file);
        if (password == null) {
            password = prompt.get();
        }
        if (password == null || password.isEmpty()) {
            throw new UsageError("there is no password: give --password-file or the variable " + VARIABLE);
        }
        return password;
    }

    /**
     * Asks without showing what is typed; null where there is no terminal, which some Java versions tell by a
     * null console.
     */
    @SuppressWarnings("SystemConsoleNull")
    static @Nullable String atTheTerminal() {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password: ");
        return typed == null ? null : new String(typed);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UsageError("the password file " + file + " cannot be read");
        }
    }
}
