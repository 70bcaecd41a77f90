package org.bihuan.notification.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.notification.domain.Digests;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;

/** Puts somebody's digest of the day together. */
@ApplicationScoped
class WriteDigestJob implements JobHandler {
    private final Digests digests;

    WriteDigestJob(Digests digests) {
        this.digests = digests;
    }

    @Override
    public String kind() {
        return Digests.WRITE_DIGEST;
    }

    @Override
    public Result run(Jobs.Job job) {
        digests.write(job);
        return Result.DONE;
    }
}
