package org.bihuan.company.job;

import io.quarkus.scheduler.Scheduled;
import org.bihuan.company.domain.SigningKeys;

/** Fires the rotation of the signing keys. */
class RotateKeysJob {
    private final SigningKeys keys;

    RotateKeysJob(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(cron = "{bihuan.jobs.rotate-keys}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        keys.rotate();
    }
}
