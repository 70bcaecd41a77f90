package org.bihuan.shared.queue;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.JobHandler;
import org.jboss.logging.MDC;

/**
 * Calls handlers, each in its job's company, and waits for none longer than it may take. One that goes on all the same is left
 * behind and still counts as in hand, so that a kind that never returns cannot fill the memory with its calls.
 */
class HandlerCalls {
    private static final String LOG_KEY = "requestId";

    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final CurrentTenant tenant;
    private final Duration longest;

    HandlerCalls(ExecutorService threads, CurrentTenant tenant, Duration longest) {
        this.threads = threads;
        this.tenant = tenant;
        this.longest = longest;
    }

    /** From now on it counts as in hand, until its call has returned. */
    void begin(Claim claim) {
        inHand.add(claim);
    }

    /** It will not be called, or has been. */
    void end(Claim claim) {
        inHand.remove(claim);
    }

    Collection<Claim> inHand() {
        return Set.copyOf(inHand);
    }

    Map<String, Long> inHandByKind() {
        return inHand.stream()
                .collect(Collectors.groupingBy(claim -> claim.job().kind(), Collectors.counting()));
    }

    /** @throws Exception what the handler threw, or that it took too long */
    JobHandler.Result call(JobHandler handler, Claim claim) throws Exception {
        Future<JobHandler.Result> going = threads.submit(() -> inItsCompany(handler, claim));
        try {
            return going.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            going.cancel(true);
            throw new TimeoutException("took longer than " + longest);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    private JobHandler.Result inItsCompany(JobHandler handler, Claim claim) throws Exception {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        MDC.put(LOG_KEY, claim.job().id());
        try {
            tenant.enter(claim.company());
            return handler.run(claim.job());
        } finally {
            end(claim);
            MDC.remove(LOG_KEY);
            request.terminate();
        }
    }
}
