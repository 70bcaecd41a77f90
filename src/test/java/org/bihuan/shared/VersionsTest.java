package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    @Test
    void theTagIsStrong() {
        assertThat(Versions.etag(3)).isEqualTo("\"v3\"");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "*", " * "})
    void whoNamesNoVersionIsAskedForOne(@Nullable String ifMatch) {
        assertThatThrownBy(() -> Versions.requireMatch(ifMatch, 3)).isInstanceOf(PreconditionMissing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v3\"", " \"v3\" ", "\"v1\",\"v3\"", "\"x\" , \"v3\""})
    void thePresentVersionMatchesAlsoInAList(String ifMatch) {
        assertThatCode(() -> Versions.requireMatch(ifMatch, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v2\"", "W/\"v3\"", "v3", "\"v33\"", "\"V3\"", ",", "\"v1\", W/\"v3\""})
    void anythingElseIsStaleAndTellsThePresentVersion(String ifMatch) {
        assertThatThrownBy(() -> Versions.requireMatch(ifMatch, 3))
                .isInstanceOfSatisfying(
                        Stale.class, stale -> assertThat(stale.presentVersion()).isEqualTo(3));
    }

    @Test
    void weakTagsCountOnlyWhenReading() {
        assertThat(Versions.alreadyKnown("W/\"v3\"", 3)).isTrue();
        assertThat(Versions.alreadyKnown("\"v1\", \"v3\"", 3)).isTrue();
        assertThat(Versions.alreadyKnown("*", 3)).isTrue();
        assertThat(Versions.alreadyKnown("\"v2\"", 3)).isFalse();
        assertThat(Versions.alreadyKnown(null, 3)).isFalse();
    }
}
