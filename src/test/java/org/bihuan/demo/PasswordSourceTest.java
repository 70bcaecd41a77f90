package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordSourceTest {
    private static final Map<String, String> VARIABLE = Map.of("BIHUAN_PASSWORD", "from the variable");

    @Test
    void theFirstLineOfTheFileWins(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "from the file \nsecond line\n");
        PasswordSource source = new PasswordSource(VARIABLE, () -> "typed");
        assertThat(source.password(file)).isEqualTo("from the file ");
    }

    @Test
    void theVariableComesBeforeAsking() {
        assertThat(new PasswordSource(VARIABLE, () -> "typed").password(null)).isEqualTo("from the variable");
    }

    @Test
    void somebodyAtTheTerminalIsAskedLast() {
        assertThat(new PasswordSource(Map.of(), () -> "typed").password(null)).isEqualTo("typed");
    }

    @Test
    void withoutATerminalTheOtherWaysAreNamed() {
        assertThatThrownBy(() -> new PasswordSource(Map.of(), () -> null).password(null))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--password-file")
                .hasMessageContaining("BIHUAN_PASSWORD");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        PasswordSource source = new PasswordSource(VARIABLE, () -> "typed");
        assertThatThrownBy(() -> source.password(folder.resolve("absent")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("absent");
    }

    @Test
    void anEmptyFileIsNoPassword(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        PasswordSource source = new PasswordSource(VARIABLE, () -> "typed");
        assertThatThrownBy(() -> source.password(empty)).isInstanceOf(UsageError.class);
    }
}
