package org.bihuan.company.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.shared.TooManyTries;
import org.junit.jupiter.api.Test;

class GuessBrakeTest {
    private final GuessBrake brake = new GuessBrake();

    /** @return how many guesses went through */
    private int guess(String name, String address, int times) {
        int through = 0;
        for (int i = 0; i < times; i++) {
            try {
                brake.check(name, address, () -> false);
                through++;
            } catch (TooManyTries e) {
                assertThat(e.retryAfter()).isPositive();
            }
        }
        return through;
    }

    @Test
    void anAddressHasEightGuessesAtAName() {
        assertThat(guess("wang", "10.0.0.1", 20)).isEqualTo(8);
        assertThat(guess("WANG", "10.0.0.1", 3)).isZero();
        assertThat(guess("ｗａｎｇ", "10.0.0.1", 3)).isZero();
        assertThat(guess("li", "10.0.0.1", 3)).isEqualTo(3);
    }

    @Test
    void anAddressHasSixtyGuessesAtAllNamesTogether() {
        int through = 0;
        for (int name = 0; name < 20; name++) {
            through += guess("name" + name, "10.0.0.2", 5);
        }
        assertThat(through).isBetween(60, 61);
    }

    @Test
    void guessesFromEverywhereDoNotKeepOutWhoeverHasBeenHereBefore() {
        int through = 0;
        for (int address = 0; address < 20; address++) {
            through += guess("chen", "10.0.1." + address, 5);
        }
        assertThat(through).isBetween(40, 41);
        assertThatThrownBy(() -> brake.check("chen", "10.0.2.1", () -> false)).isInstanceOf(TooManyTries.class);
        assertThatCode(() -> brake.check("chen", "10.0.2.2", () -> true)).doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordCostsNothing() {
        for (int i = 0; i < 200; i++) {
            brake.check("zhao", "10.0.3.1", () -> false);
            brake.right("zhao", "10.0.3.1");
        }
        assertThat(guess("zhao", "10.0.3.1", 20)).isEqualTo(8);
    }
}
