package io.crosswise.replay;

import io.crosswise.decision.StoredDecisions;
import io.crosswise.decision.StoredDecisions.Selection;
import io.crosswise.decision.StoredDecisions.StoredDecision;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs many stored decisions again; each part is committed by itself, so a run that was killed goes on where it stopped. */
public class ReplayMany {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayMany.class);
    private final StoredDecisions decisions;
    private final ReplayDecision replayDecision;
    private final ReplayRuns runs;
    private final ReplaySettings settings;
    private final Predicate<Throwable> passes;
    private final Clock clock;

    /** @param passes whether a failure is one of the moment, such as a database that restarts: it may be tried again later */
    public ReplayMany(
            StoredDecisions decisions,
            ReplayDecision replayDecision,
            ReplayRuns runs,
            ReplaySettings settings,
            Predicate<Throwable> passes,
            Clock clock) {
        this.decisions = decisions;
        this.replayDecision = replayDecision;
        this.runs = runs;
        this.settings = settings;
        this.passes = passes;
        this.clock = clock;
    }

    /**
     * Empty when a run is under way.
     *
     * @param selection without an end: up to now, so that what is decided meanwhile does not lengthen it
     * @param limit most decisions, the oldest ones
     */
    public Optional<ReplayRun> begin(Against against, Selection selection, long limit, String by) {
        Selection closed = selection.to() == null
                ? new Selection(selection.from(), clock.instant(), selection.market(), selection.segment(), selection.offer())
                : selection;
        return runs.begin(against, closed, Math.min(limit, decisions.count(closed)), by, clock.instant());
    }

    /**
     * Works on the run that is under way, if there is one, until it is done, cancelled or told to stop; one node at a time.
     *
     * @throws RuntimeException when something failed that passes; the run goes on from its last part when this is called again
     */
    public void replay(BooleanSupplier stopping) {
        if (runs.running().isPresent()) {
            runs.alone(() -> runs.running().ifPresent(run -> replay(run, stopping)));
        }
    }

    private void replay(ReplayRun begun, BooleanSupplier stopping) {
        LOG.info("Replaying: run {}, {} decisions done of {}", begun.runId(), begun.done(), begun.decisions());
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
        try {
            ReplayRun run = begun;
            while (run != null && run.done() < run.decisions() && !stopping.getAsBoolean()) {
                run = nextPart(run, threads);
            }
            if (run != null && run.done() >= run.decisions()) {
                runs.finish(run.runId(), clock.instant());
                LOG.info("Replayed: run {}, {} decisions, {} different, {}/s", run.runId(), run.done(), run.different(), run.decisionsPerSecond());
            }
        } catch (RuntimeException e) {
            if (passes.test(e)) {
                throw e;
            }
            LOG.error("Replaying failed: run {}", begun.runId(), e);
            runs.fail(begun.runId(), e.getClass().getSimpleName() + "; see the log", clock.instant());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Null when the run was cancelled or another node has moved it on. */
    private ReplayRun nextPart(ReplayRun run, ExecutorService threads) {
        int most = (int) Math.min(settings.part(), run.decisions() - run.done());
        List<StoredDecision> stored = decisions.next(run.selection(), run.last(), most);
        if (stored.size() < most) {
            throw new IllegalStateException("Decisions that were counted are not there");
        }
        ReplayPart part = new ReplayPart(replayDecision, run.against(), passes);
        ReplayRun after = run.plus(part.replay(stored, threads));
        return runs.progress(run, after, part.tallies(), part.examples()) ? after : null;
    }
}
