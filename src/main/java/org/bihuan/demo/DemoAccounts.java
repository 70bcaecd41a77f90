package org.bihuan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The accounts of the demo estate, kept in a file of the owner's only so that later starts can show them again. */
public record DemoAccounts(List<DemoAccount> accounts) {
    private static final String ROW = "%-12s %-24s %-28s %s%n";

    /** Takes a copy. */
    public DemoAccounts {
        accounts = List.copyOf(accounts);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException when the file is not there, may not be read or holds something else
     */
    public static DemoAccounts read(Path file) throws IOException {
        return Json.MAPPER.readValue(Files.readAllBytes(file), DemoAccounts.class);
    }

    /** A table for people: role, username, password and name, one account a line, under a line of headings. */
    public String table() {
        StringBuilder table = new StringBuilder(ROW.formatted("ROLE", "USERNAME", "PASSWORD", "NAME"));
        for (DemoAccount account : accounts) {
            table.append(ROW.formatted(account.role(), account.username(), account.password(), account.displayName()));
        }
        return table.toString();
    }

    /**
     * Writes the accounts as JSON, in one move: a reader sees the old file or the whole new one. Where the file
     * system knows POSIX permissions, nobody but its owner can read it at any moment (0600); elsewhere it has
     * those of its folder.
     *
     * @throws IOException when the folder cannot be made or written
     */
    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new IOException(file + " is no place for a file");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".accounts", ".tmp", ownerOnly(folder));
        try {
            Files.write(draft, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    DemoAccounts with(DemoAccount first) {
        List<DemoAccount> all = new ArrayList<>();
        all.add(first);
        all.addAll(accounts);
        return new DemoAccounts(all);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
