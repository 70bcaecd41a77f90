package org.bihuan.catalogue.domain;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/** In what a warranty term is counted. */
public enum TermUnit {
    /**
     * The last day is the same day of the year as the acceptance, and where that year has no such day the last of its
     * month: the day a term starts on does not count (Civil Code, art. 201 and 202).
     */
    YEARS {
        @Override
        LocalDate lastDay(LocalDate accepted, int length) {
            return accepted.plusYears(length);
        }
    },

    /**
     * The last day of the last of so many whole heating seasons; one that had begun before the acceptance is not counted.
     * A season runs from 15 November to 15 March, as in Beijing (北京市供热采暖管理办法).
     */
    HEATING_SEASONS {
        @Override
        LocalDate lastDay(LocalDate accepted, int length) {
            boolean begun = accepted.isAfter(SEASON_STARTS.atYear(accepted.getYear()));
            int firstWinter = begun ? accepted.getYear() + 1 : accepted.getYear();
            return SEASON_ENDS.atYear(firstWinter + length);
        }
    };

    private static final MonthDay SEASON_STARTS = MonthDay.of(Month.NOVEMBER, 15);
    private static final MonthDay SEASON_ENDS = MonthDay.of(Month.MARCH, 15);

    /** The last day of a term of that length, itself still covered. */
    abstract LocalDate lastDay(LocalDate accepted, int length);
}
