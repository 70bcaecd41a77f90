package org.bihuan.shared;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What people type for a name that they heard: its pinyin, of all of it or of the given name, or the initials. */
final class NameSounds {
    /** Names of companies are no names of people; nobody spells them. */
    private static final int LONGEST = 8;

    private NameSounds() {}

    /** In lower case, without tones and spaces; empty for names in other scripts. */
    static Set<String> of(String foldedName) {
        Set<String> sounds = new LinkedHashSet<>();
        if (foldedName.length() <= LONGEST) {
            for (List<String> syllables : HanReadings.ofName(foldedName)) {
                add(sounds, syllables);
            }
        }
        return sounds;
    }

    private static void add(Set<String> sounds, List<String> syllables) {
        for (int from = 0; from < syllables.size(); from++) {
            String spelt = String.join("", syllables.subList(from, syllables.size()));
            sounds.add(spelt);
            // The ü that every keyboard types as v is a u in passports.
            sounds.add(spelt.replace('v', 'u'));
        }
        sounds.add(syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining()));
    }
}
