package org.bihuan.followup.domain;

import java.io.Serializable;
import java.util.UUID;

/** Which attempt of which follow-up. */
record AttemptKey(UUID followUpId, int seq) implements Serializable {}
