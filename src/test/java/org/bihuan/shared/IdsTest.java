package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final int MANY = 10_000;

    @Test
    void idsAreOfVersionSevenAndDifferentAndGrowWithTime() {
        List<UUID> ids = Stream.generate(Ids::next).limit(MANY).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7 && id.variant() == 2);
        List<Long> times =
                ids.stream().map(id -> id.getMostSignificantBits() >>> 16).toList();
        assertThat(times).isSorted();
    }

    @Test
    void theCanonicalFormIsReadInEitherLetterCase() {
        UUID id = Ids.next();
        assertThat(Ids.parse(id.toString())).contains(id);
        assertThat(Ids.parse(id.toString().toUpperCase(java.util.Locale.ROOT))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "01a2083a14ef76d197dba994386611a3",
                "01a2083a-14ef-76d1-97db-a994386611a",
                "01a2083a-14ef-76d1-97db-a994386611ag",
                "{1a2083a-14ef-76d1-97db-a994386611a}",
                "０１a2083a-14ef-76d1-97db-a994386611a3"
            })
    void anyOtherFormIsNoId(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }
}
