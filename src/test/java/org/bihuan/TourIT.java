package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.testing.PackagedApplication;
import org.bihuan.testing.ShownJson;
import org.bihuan.testing.TourShell;
import org.junit.jupiter.api.Test;

/** Walks the tour of README.md through a new installation, so that what a newcomer reads is what they will see. */
class TourIT {
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|json)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final int REQUESTS_WITH_THEIR_ANSWER = 10;

    @Test
    void theTourOfTheReadmeIsAnsweredAsItSays() throws Exception {
        try (PackagedApplication application = PackagedApplication.startOnEmptyDatabase()) {
            TourShell shell = new TourShell(application.base(), Map.of("SETUP_TOKEN", application.setUpToken()));
            assertThat(walk(shell)).isGreaterThanOrEqualTo(REQUESTS_WITH_THEIR_ANSWER);
        }
    }

    private static int walk(TourShell shell) throws IOException {
        String answer = "";
        int compared = 0;
        Matcher block = BLOCK.matcher(tour());
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                answer = shell.run(block.group(2));
            } else {
                assertThat(ShownJson.differences(block.group(2), answer))
                        .as(answer)
                        .isEmpty();
                compared++;
            }
        }
        return compared;
    }

    private static String tour() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String fromTour = readme.substring(readme.indexOf("\n## A five-minute tour\n") + 1);
        return fromTour.substring(0, fromTour.indexOf("\n## "));
    }
}
