package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAccountsTest {
    private final DemoAccounts accounts = new DemoAccounts(List.of(
            new DemoAccount("ADMIN", "admin", "s3cret-of-admin", "系统管理员"),
            new DemoAccount("FRONT_DESK", "demo.desk1", "s3cret-of-desk", "前台小林")));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("made/on/the/way/accounts.json");
        accounts.write(file);
        assertThat(DemoAccounts.read(file)).isEqualTo(accounts);
    }

    @Test
    void onlyTheOwnerMayReadTheFileAlsoWhereALooserOneStood() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        accounts.write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingElseStaysInTheFolder() throws IOException {
        accounts.write(folder.resolve("accounts.json"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("accounts.json"));
        }
    }

    @Test
    void somethingElseInTheFileIsToldAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.json"), "not accounts");
        assertThatThrownBy(() -> DemoAccounts.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void theTableShowsRoleNameAndPasswordLineByLine() {
        assertThat(accounts.table().lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("FRONT_DESK", "demo.desk1", "s3cret-of-desk", "前台小林");
    }

    @Test
    void noPasswordGetsIntoALogByChance() {
        assertThat(accounts.toString()).contains("demo.desk1").doesNotContain("s3cret");
    }

    @Test
    void randomPasswordsAreLongAndNeverTheSame() {
        RandomPasswords passwords = new RandomPasswords();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String password = passwords.get();
            assertThat(password).hasSize(RandomPasswords.LENGTH).matches("[a-zA-Z2-9]+");
            assertThat(seen.add(password)).isTrue();
        }
    }
}
