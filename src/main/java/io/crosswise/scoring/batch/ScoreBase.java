package io.crosswise.scoring.batch;

import io.crosswise.customer.Customers;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.ScoringModels;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores every customer with every champion. Each part is committed by itself, so a run that was killed goes on where it stopped, with
 * the versions it began with.
 */
public class ScoreBase {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreBase.class);
    private static final int PART = 250;
    private static final int THREADS = 2;

    private final Customers customers;
    private final ScoringModels models;
    private final BatchRuns runs;
    private final Clock clock;
    private final AtomicLong scored = new AtomicLong();

    public ScoreBase(Customers customers, ScoringModels models, BatchRuns runs, Clock clock) {
        this.customers = customers;
        this.models = models;
        this.runs = runs;
        this.clock = clock;
    }

    /** Empty when a run is under way. */
    public Optional<BatchRun> begin(String by) {
        ModelSet inUse = models.inUse();
        Map<String, String> versions = new TreeMap<>();
        inUse.names().forEach(name -> versions.put(name, inUse.model(name).version()));
        return runs.begin(versions, customers.list(null, null, 0, 1).total(), by, clock.instant());
    }

    /** Works on the run that is under way, if there is one, until it is done or told to stop; one node at a time. */
    public void score(BooleanSupplier stopping) {
        if (runs.running().isPresent()) {
            runs.alone(() -> runs.running().ifPresent(run -> score(run, stopping)));
        }
    }

    /** Customers this node has scored since it was started. */
    public long customersScored() {
        return scored.get();
    }

    private void score(BatchRun run, BooleanSupplier stopping) {
        LOG.info("Scoring the base: run {}, {} customers done of {}, {} models", run.runId(), run.done(), run.customers(), run.models().size());
        Parts parts = new Parts(customers, runs, run, PART);
        try {
            ScoreCustomerOnce scoreCustomer = new ScoreCustomerOnce(run.models(), loaded(run));
            inThreads(() -> scoreParts(parts, scoreCustomer, stopping));
            if (!stopping.getAsBoolean()) {
                runs.finish(run.runId(), clock.instant());
                BatchRun done = parts.state();
                LOG.info("Scored the base: run {}, {} customers, {} customers/s", run.runId(), done.done(), done.customersPerSecond());
            }
        } catch (RuntimeException e) {
            LOG.error("Scoring the base failed: run {}", run.runId(), e);
            runs.fail(run.runId(), e.getClass().getSimpleName() + "; see the log", clock.instant());
        }
    }

    private Map<String, ScoringModel> loaded(BatchRun run) {
        Map<String, ScoringModel> scoring = new HashMap<>();
        run.models().forEach((name, version) -> scoring.put(name, models.version(name, version)));
        return scoring;
    }

    private Void scoreParts(Parts parts, ScoreCustomerOnce scoreCustomer, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean()) {
            Parts.Part part = parts.next();
            if (part.customers().isEmpty()) {
                return null;
            }
            LocalDate today = LocalDate.now(clock);
            List<ScoredCustomer> all =
                    part.customers().stream().map(customer -> scoreCustomer.score(customer, today)).toList();
            runs.store(all, clock.instant());
            parts.done(part, all.stream().mapToInt(ScoredCustomer::refused).sum());
            scored.addAndGet(part.customers().size());
        }
        return null;
    }

    private static void inThreads(Callable<Void> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "batch-scores"));
        try {
            for (Future<Void> end : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the base was scored", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
