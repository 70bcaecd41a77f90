package org.bihuan.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bihuan.demo.PlayTheDay;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Where everything starts. */
@QuarkusMain
public final class Bihuan {
    private static final Logger LOG = Logger.getLogger(Bihuan.class);
    private static final String PLAY = "play-the-day";

    private Bihuan() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(PLAY)) {
            PlayTheDay.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (VerifyTimeline.isMeant(arguments)) {
            System.exit(VerifyTimeline.run(List.of(arguments).subList(1, arguments.length)));
        }
        // Addresses are checked by RequestLimits, whose refusals have words.
        System.setProperty("vertx.disableURIValidation", "true");
        if (!EmbeddedDatabase.startUnlessConfigured()) {
            Optional<String> refusal = DatabaseVersion.refusal(
                    given(EmbeddedDatabase.URL), given(DatabaseLogin.USERNAME), given(DatabaseLogin.PASSWORD));
            if (refusal.isPresent()) {
                System.err.println(refusal.get());
                System.exit(1);
            }
            PublicUrl.warning(ConfigProvider.getConfig()).ifPresent(LOG::warn);
        }
        Quarkus.run(arguments);
    }

    private static String given(String setting) {
        return EmbeddedDatabase.setting(setting).orElseThrow();
    }
}
