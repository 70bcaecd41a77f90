package org.bihuan.workorder.domain;

import java.util.Set;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.Verb;

/** One line of the table of legal moves: what may be done, by whom, and where it leads. */
record Move(Verb verb, Status to, Set<Capacity> who) {}
