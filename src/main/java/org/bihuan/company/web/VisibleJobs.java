package org.bihuan.company.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.shared.JobRegister;
import org.bihuan.shared.VisibleTarget;

/** An administrator sees all jobs of the company. */
@ApplicationScoped
class VisibleJobs implements VisibleTarget {
    private final JobRegister jobs;

    VisibleJobs(JobRegister jobs) {
        this.jobs = jobs;
    }

    @Override
    public String collection() {
        return "jobs";
    }

    @Override
    public boolean isVisible(UUID id) {
        return jobs.isKnown(id);
    }
}
