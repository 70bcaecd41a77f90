package org.bihuan.shared.queue;

import java.util.UUID;
import org.bihuan.shared.Jobs.Job;

/** A job in the hands of this instance, until the lease ends. */
record Claim(UUID company, UUID lease, Job job) {}
