package org.bihuan.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.demo.DayScript.Entry;
import org.bihuan.demo.EntryPlay.Made;

/** Plays the whole day, one entry after the other, and then reads what has become of each. */
final class DayPlayer {
    private final StagedEstate estate;
    private final InstantSource clock;

    /** @param clock the server's time as well as the player knows it; nothing is said to have happened after it */
    DayPlayer(StagedEstate estate, InstantSource clock) {
        this.estate = estate;
        this.clock = clock;
    }

    /**
     * Plays every entry.
     *
     * @throws DayInterrupted at the first entry that the API refuses
     */
    List<Played> play(DayScript script) {
        DayShift shift = DayShift.latest(script, estate.zone(), clock);
        DayWords words = DayWords.load();
        List<Made> made = new ArrayList<>();
        for (Entry entry : script.entries()) {
            EntryPlay play = new EntryPlay(estate, entry, words.of(entry), made.size(), clock);
            try {
                made.add(play.play(shift.startedAt(entry)));
            } catch (ApiRefusal | ApiUnusable cause) {
                throw new DayInterrupted(entry, cause);
            }
        }
        return made.stream().map(one -> EntryPlay.readBack(estate.desk(0), one)).toList();
    }
}
