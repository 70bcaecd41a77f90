package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Map;
import org.bihuan.demo.DayScript.Caller;
import org.bihuan.demo.DayScript.Entry;
import org.bihuan.demo.DayWords.Words;
import org.junit.jupiter.api.Test;

class DayScriptTest {
    private final DayScript script = DayScript.load();

    @Test
    void theDayHasFortyFourEntriesInTimeOrder() {
        assertThat(script.entries()).hasSize(44).extracting(Entry::at).isSorted();
    }

    @Test
    void theTimeOfAnEntryIsTheOneOnTheClockOfTheDesk() {
        assertThat(script.entries().getFirst().time()).isEqualTo(LocalTime.of(8, 2));
        assertThat(script.entries().getLast().time()).isEqualTo(LocalTime.of(19, 5));
    }

    @Test
    void onlyTheTradeWhoseFirstTechnicianDeclinesNeedsTwo() {
        assertThat(script.technicians()).hasSize(10).containsEntry("ELECTRICAL", 2);
        assertThat(script.technicians().values().stream().filter(count -> count > 1))
                .hasSize(1);
    }

    @Test
    void theOwnerOfTheDemoIsTheKnownCallerHeardOfMostOften() {
        assertThat(script.mostFrequentResident()).isEqualTo(new Caller("孟国庆", "19900000376", "6-2-501"));
    }

    @Test
    void everyKnownCallerIsInTheRegistryWithTheirUnitAndPhone() {
        String registry = new String(Json.resourceBytes("registry.csv"), StandardCharsets.UTF_8);
        assertThat(script.entries().stream()
                        .map(Entry::caller)
                        .filter(caller -> caller.unitCode() != null)
                        .filter(caller -> registry.lines().noneMatch(line -> isOf(caller, line))))
                .isEmpty();
    }

    @Test
    void everyEntryHasTheWordsItsCourseNeeds() {
        DayWords words = DayWords.load();
        assertThat(words.byTime()).hasSameSizeAs(script.entries());
        assertThat(script.entries())
                .filteredOn(entry -> !isComplete(entry, words.of(entry)))
                .isEmpty();
    }

    @Test
    void whoeverIsReachedSaysSomething() {
        DayWords words = DayWords.load();
        assertThat(script.entries().stream()
                        .filter(entry -> entry.attempts().stream().anyMatch(attempt -> attempt.resolved() != null)))
                .hasSize(32)
                .allMatch(entry -> words.of(entry).comment() != null);
    }

    @Test
    void anEntryNobodyWroteWordsForIsNamed() {
        DayWords none = new DayWords(Map.of());
        assertThatThrownBy(() -> none.of(script.entries().getFirst())).hasMessageContaining("08:02");
    }

    private static boolean isComplete(Entry entry, Words words) {
        boolean work = words.resolution() != null && words.cause() != null && words.labourMinutes() != null;
        return switch (entry.path()) {
            case DESK -> words.resolution() != null;
            case DONE -> work;
            case HELD -> work && words.holdNote() != null;
            case DECLINED -> work && words.declineReason() != null;
            case REFER -> words.referTo() != null && words.advice() != null;
            case CANCEL -> words.cancelReason() != null;
            case OPEN -> words.resolution() == null;
        };
    }

    private static boolean isOf(Caller caller, String line) {
        String[] cells = line.split(",", -1);
        String unitCode = cells[0] + "-" + cells[1] + "-" + cells[2];
        return unitCode.equals(caller.unitCode()) && cells[5].equals(caller.name()) && cells[7].equals(caller.phone());
    }
}
