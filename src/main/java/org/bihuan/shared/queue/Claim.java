package org.bihuan.shared.queue;

import java.util.UUID;
import org.bihuan.shared.Jobs.Job;

/**
 * A job in the hands of this instance, until the lease ends.
 *
 * @param silentEnds how many earlier tries ended without a word of how they went
 */
record Claim(UUID company, UUID lease, Job job, int silentEnds) {}
