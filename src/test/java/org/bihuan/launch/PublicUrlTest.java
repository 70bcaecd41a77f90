package org.bihuan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the links in messages would lead nowhere. */
class PublicUrlTest {
    private static SmallRyeConfig configured(int ordinal, String url) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("bihuan.public-url", url), "test", ordinal))
                .build();
    }

    @Test
    void theAddressThatComesAlongIsWarnedOf() {
        assertThat(PublicUrl.warning(configured(250, "http://localhost:8080")))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .contains("bihuan.public-url is not set", "http://localhost:8080", "BIHUAN_PUBLIC_URL"));
    }

    @Test
    void oneThatSomebodySetIsNot() {
        assertThat(PublicUrl.warning(configured(260, "https://desk.example"))).isEmpty();
        assertThat(PublicUrl.warning(configured(300, "http://localhost:8080"))).isEmpty();
    }
}
