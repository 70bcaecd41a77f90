package org.bihuan.estate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3-2-1202",
                " 3-2-1202 ",
                "3 - 2 - 1202",
                "3 2 1202",
                "３－２－１２０２",
                "3—2—1202",
                "3–2–1202",
                "3/2/1202",
                "3栋2单元1202",
                "3栋2单元1202室",
                "3号楼2单元1202室",
                "3号楼 2单元 1202",
                "3幢2门1202",
                "3#2-1202",
                "3#楼2单元1202",
                "3座2梯1202房",
                "03-02-1202",
                "３栋２单元１２０２室",
                "三号楼二单元1202",
                "三栋二单元一二〇二室",
                "3栋2单元12层1202室",
                "3号楼2单元12楼1202"
            })
    void allUsualWaysOfWritingAreTheSame(String typed) {
        assertThat(UnitCode.parse(typed)).contains(new UnitCode("3-2-1202"));
    }

    @ParameterizedTest
    @CsvSource({
        "12号楼1202, 12-1202",
        "A座1202, a-1202",
        "a-1202室, a-1202",
        "十号楼101, 10-101",
        "十二栋101, 12-101",
        "二十栋101, 20-101",
        "二十三号楼101, 23-101",
        "东楼-1-101, 东楼-1-101",
        "3-东单元-101, 3-东单元-101",
        "3-商铺12, 3-商铺12",
        "5-1-B101, 5-1-b101"
    })
    void otherBuildingsAndRoomsAreFoundToo(String typed, String key) {
        assertThat(UnitCode.parse(typed)).contains(new UnitCode(key));
    }

    @Test
    void zerosInFrontOfTheRoomBelongToIt() {
        assertThat(UnitCode.parse("1-1-0101")).contains(new UnitCode("1-1-0101"));
    }

    @Test
    void whatHasNothingInItIsNoCode() {
        assertThat(List.of("", " ", "-", " - ／ -", "　"))
                .allSatisfy(typed -> assertThat(UnitCode.parse(typed)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3栋", "3号楼", "03", "３", "三号楼", "3#", "3幢"})
    void aBuildingHasOneNameHoweverItIsWritten(String name) {
        assertThat(UnitCode.building(name)).contains("3");
    }

    @Test
    void aCodeIsShownAsItsPartsAreRegistered() {
        assertThat(UnitCode.shown("3", "2", "1202")).isEqualTo("3-2-1202");
        assertThat(UnitCode.shown("A座", null, "101")).isEqualTo("A座-101");
    }

    @Test
    void unitsSortAsPeopleCount() {
        Stream<String> sorted = Stream.of("10-1-101", "2-1-1001", "2-1-201", "2-10-101", "2-2-101")
                .sorted((one, other) -> UnitCode.order(one).compareTo(UnitCode.order(other)));
        assertThat(sorted).containsExactly("2-1-201", "2-1-1001", "2-2-101", "2-10-101", "10-1-101");
    }

    @Property
    void aUnitIsFoundByWhatIsShownAndByWhatIsSaid(
            @ForAll @IntRange(min = 1, max = 99) int building,
            @ForAll @IntRange(min = 1, max = 9) int entrance,
            @ForAll @IntRange(min = 101, max = 3999) int room) {
        UnitCode code =
                UnitCode.of(building + "号楼", entrance + "单元", room + "室").orElseThrow();
        assertThat(UnitCode.parse(UnitCode.shown("" + building, "" + entrance, "" + room)))
                .contains(code);
        assertThat(UnitCode.parse(building + "栋" + entrance + "单元" + room)).contains(code);
    }
}
