package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayArgumentsTest {

    @Test
    void withoutOptionsItIsTheLocalInstallationAndItsAdministrator() {
        PlayArguments arguments = parse("play-the-day");
        assertThat(arguments.url()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(arguments.username()).isEqualTo("admin");
        assertThat(arguments.company()).isEqualTo("翠湖物业");
        assertThat(arguments.setupToken()).isNull();
        assertThat(arguments.help()).isFalse();
    }

    @Test
    void optionsAreUnderstoodWithASpaceAndWithAnEqualsSign() {
        PlayArguments arguments = parse("--url", "https://desk.example/", "--username=lin", "--password-file", "f");
        assertThat(arguments.url()).isEqualTo(URI.create("https://desk.example/"));
        assertThat(arguments.username()).isEqualTo("lin");
        assertThat(arguments.passwordFile()).isEqualTo(Path.of("f"));
    }

    @Test
    void helpIsGivenWhateverElseIsAsked() {
        assertThat(parse("play-the-day", "--nonsense", "--help").help()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense x",
                "--url",
                "--url --username",
                "--url ftp://x",
                "--url http:",
                "--url=",
                "extra",
                "--username a --username b"
            })
    void whatCannotBeUnderstoodIsRefused(String line) {
        assertThatThrownBy(() -> parse(line.split(" ", -1))).isInstanceOf(UsageError.class);
    }

    @Test
    void aPasswordAsAnArgumentIsRefusedAndTheRightWayIsNamed() {
        assertThatThrownBy(() -> parse("--password=secret"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--password-file")
                .hasMessageNotContaining("secret");
    }

    private static PlayArguments parse(String... arguments) {
        return PlayArguments.parse(List.of(arguments));
    }
}
