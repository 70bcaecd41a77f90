package org.bihuan.workorder.domain;

import java.io.Serializable;
import java.util.UUID;

/** Where an entry stands. */
record TimelineKey(UUID workOrderId, int seq) implements Serializable {}
