/**
 * Working time, calling hours and holidays: pure arithmetic on the time line. It reads no clock, no database and no
 * configuration; it is the only place that knows time zones.
 */
@NullMarked
package org.bihuan.calendar;

import org.jspecify.annotations.NullMarked;
