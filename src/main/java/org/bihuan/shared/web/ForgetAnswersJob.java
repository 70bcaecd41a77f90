package org.bihuan.shared.web;

import io.quarkus.scheduler.Scheduled;
import jakarta.transaction.Transactional;

/** Clears away stored answers nobody may ask for any more. */
class ForgetAnswersJob {
    private final AnswerStore answers;

    ForgetAnswersJob(AnswerStore answers) {
        this.answers = answers;
    }

    @Scheduled(cron = "{bihuan.jobs.forget-answers}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        answers.forgetOld();
    }
}
