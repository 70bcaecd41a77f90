package org.bihuan.estate.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.bihuan.estate.Relation;
import org.jspecify.annotations.Nullable;

/**
 * One line of a registry that could be read: a unit, and somebody who belongs to it.
 *
 * @param person null for an empty flat
 */
record RegistryRow(int line, Place place, @Nullable Person person) {
    /** What is null here is not said by the file, and stays as it is known. */
    record Place(
            String building,
            String buildingKey,
            @Nullable LocalDate acceptanceDate,
            @Nullable String entrance,
            String room,
            UnitCode code,
            @Nullable BigDecimal area) {}

    /** @param phone in E.164 */
    record Person(String name, Relation relation, @Nullable String phone, LocalDate from) {}
}
