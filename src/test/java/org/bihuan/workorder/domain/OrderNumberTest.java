package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class OrderNumberTest {
    @Property
    void aNumberChecksItself(@ForAll @LongRange(min = 1) long serial) {
        assertThat(OrderNumber.isValid(OrderNumber.of(serial % 1_000_000_000_000L)))
                .isTrue();
    }

    @Property
    void aMisheardDigitIsFound(
            @ForAll @LongRange(min = 100_000, max = 99_999_999) long serial,
            @ForAll @IntRange(max = 5) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        char[] heard = OrderNumber.of(serial).toCharArray();
        heard[place] = (char) ('0' + (heard[place] - '0' + shift) % 10);
        assertThat(OrderNumber.isValid(new String(heard))).isFalse();
    }

    @Property
    void twoSwappedNeighboursAreFound(
            @ForAll @LongRange(min = 100_000, max = 99_999_999) long serial, @ForAll @IntRange(max = 5) int place) {
        char[] heard = OrderNumber.of(serial).toCharArray();
        char first = heard[place];
        heard[place] = heard[place + 1];
        heard[place + 1] = first;
        assertThat(OrderNumber.isValid(new String(heard))).isEqualTo(heard[place] == first);
    }
}
