package org.bihuan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HanReadingsTest {
    private static final Transliterator ICU = Transliterator.getInstance("Han-Latin");

    /** Without tones, and ü as v. */
    private static String plain(String read) {
        return Normalizer.normalize(read, Normalizer.Form.NFD)
                .replaceAll("[\\p{Mn}&&[^\u0308]]", "")
                .replace("u\u0308", "v")
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The table was made from ICU's; so it is seen when a character was lost, or ICU has learnt better. */
    @Test
    void everyCharacterIsReadAsIcuReadsIt() {
        List<String> wrong = new ArrayList<>();
        for (int character = 0x3400; character <= 0x9FFF; character++) {
            String text = Character.toString(character);
            String icu = plain(ICU.transliterate(text));
            String ours = HanReadings.of(character);
            if (!icu.equals(ours == null ? text : ours)) {
                wrong.add(text + " " + icu + " " + ours);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void surnamesAreReadAsTheirBearersDoAndAsStrangersWould() {
        assertThat(NameSounds.of("单雄信")).contains("shanxiongxin", "danxiongxin", "sxx", "dxx", "xiongxin");
        assertThat(NameSounds.of("尉迟恭")).contains("yuchigong", "ycg", "weichigong");
        assertThat(NameSounds.of("覃海")).contains("qinhai", "tanhai");
        assertThat(NameSounds.of("吕芳")).contains("lvfang", "lufang", "lf");
        assertThat(NameSounds.of("john")).isEmpty();
        assertThat(NameSounds.of("")).isEmpty();
    }
}
