package org.bihuan.notification.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.notification.domain.FollowUpReminders;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;

/** Reminds the desk of a call that can be made. */
@ApplicationScoped
class RemindOfFollowUpJob implements JobHandler {
    private final FollowUpReminders reminders;

    RemindOfFollowUpJob(FollowUpReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public String kind() {
        return FollowUpReminders.REMIND;
    }

    @Override
    public Result run(Jobs.Job job) {
        return reminders.remind(job);
    }
}
