package org.bihuan.workorder.domain;

/** What the clocks of one order are planned by: what is allowed, and the time it is counted in. */
record ClockTerms(ClockPlan plan, OpenHours hours) {}
