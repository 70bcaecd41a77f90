package org.bihuan.shared.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;

/** Does what a test has written for the job's key, and remembers when. */
@ApplicationScoped
class ScriptedHandler implements JobHandler {
    static final String KIND = "SCRIPTED";
    static final List<Duration> PAUSES = List.of(Duration.ofMillis(200), Duration.ofMillis(800));

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CurrentTenant tenant;

    ScriptedHandler(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    interface Script {
        Result run(Jobs.Job job) throws Exception;
    }

    /** @param nanos of a clock that only measures */
    record Call(Jobs.Job job, UUID company, long nanos) {}

    void on(String key, Script script) {
        scripts.put(key, script);
    }

    List<Call> callsOf(String key) {
        return calls.stream().filter(call -> call.job().key().equals(key)).toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Result run(Jobs.Job job) throws Exception {
        calls.add(new Call(job, tenant.id(), System.nanoTime()));
        return scripts.getOrDefault(job.key(), anything -> Result.DONE).run(job);
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }
}
