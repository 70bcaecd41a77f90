package org.bihuan.shared.queue;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;

/** Of another kind than the scripted ones. */
@ApplicationScoped
class QuickHandler implements JobHandler {
    static final String KIND = "QUICK";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Result run(Jobs.Job job) {
        return Result.DONE;
    }
}
