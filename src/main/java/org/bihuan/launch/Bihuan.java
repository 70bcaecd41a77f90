package org.bihuan.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.bihuan.demo.PlayTheDay;

/** Where everything starts. */
@QuarkusMain
public final class Bihuan {
    private static final String PLAY = "play-the-day";

    private Bihuan() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(PLAY)) {
            PlayTheDay.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        // Addresses are checked by RequestLimits, whose refusals have words.
        System.setProperty("vertx.disableURIValidation", "true");
        EmbeddedDatabase.startUnlessConfigured();
        Quarkus.run(arguments);
    }
}
