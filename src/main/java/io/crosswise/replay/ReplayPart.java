package io.crosswise.replay;

import io.crosswise.decision.StoredDecisions.StoredDecision;
import io.crosswise.decision.VersionGone;
import io.crosswise.replay.ReplayDecision.Rerun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Some decisions of a run, side by side; what came of them is counted in their order. */
final class ReplayPart {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayPart.class);
    private static final int MOST_EXAMPLES = 10;
    private static final int MOST_DIFFERENCES = 20;
    private final ReplayDecision replayDecision;
    private final Against against;
    private final Predicate<Throwable> passes;
    private final Tallies tallies = new Tallies();
    private final List<Example> examples = new ArrayList<>();
    private long identical;
    private long different;
    private long erased;
    private long failed;

    ReplayPart(ReplayDecision replayDecision, Against against, Predicate<Throwable> passes) {
        this.replayDecision = replayDecision;
        this.against = against;
        this.passes = passes;
    }

    Collection<Tally> tallies() {
        return tallies.all();
    }

    List<Example> examples() {
        return examples;
    }

    ReplayRun.Part replay(List<StoredDecision> stored, ExecutorService threads) {
        long began = System.nanoTime();
        List<Callable<Rerun>> reruns = stored.stream()
                .map(decision -> (Callable<Rerun>) () -> canBeRun(decision) ? replayDecision.rerun(decision, against) : null)
                .toList();
        try {
            List<Future<Rerun>> done = threads.invokeAll(reruns);
            for (int i = 0; i < done.size(); i++) {
                count(stored.get(i), done.get(i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while decisions were replayed", e);
        }
        return new ReplayRun.Part(
                stored.size(),
                identical,
                different,
                erased,
                failed,
                stored.get(stored.size() - 1).position(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private static boolean canBeRun(StoredDecision decision) {
        return !decision.isErased() && !decision.unreadable();
    }

    private void count(StoredDecision stored, Future<Rerun> done) throws InterruptedException {
        if (stored.isErased()) {
            erased++;
            return;
        }
        if (stored.unreadable()) {
            failed++;
            example(stored, null, "What was stored of it cannot be read");
            return;
        }
        try {
            Rerun rerun = done.get();
            List<Difference> differences = rerun.differences().stream().filter(this::counts).toList();
            boolean differs = !differences.isEmpty();
            tallies.add(stored.decision(), rerun.now(), differs);
            if (differs) {
                different++;
                example(stored, differences.stream().limit(MOST_DIFFERENCES).toList(), null);
            } else {
                identical++;
            }
        } catch (ExecutionException e) {
            if (passes.test(e.getCause())) {
                throw new IllegalStateException("A part of a replay is tried again later", e.getCause());
            }
            failed++;
            example(stored, null, failure(stored, e.getCause()));
        }
    }

    /** What is said of other failures may name the person, so neither the example nor the log repeats it. */
    private static String failure(StoredDecision stored, Throwable cause) {
        if (cause instanceof VersionGone) {
            return cause.getMessage();
        }
        LOG.warn(
                "Decision {} cannot be run again: {} at {}",
                stored.position().id(),
                cause.getClass().getName(),
                cause.getStackTrace().length == 0 ? "an unknown place" : cause.getStackTrace()[0]);
        return cause.getClass().getSimpleName() + "; see the log";
    }

    /** That other versions judge is the question, when today's are asked, and not the answer. */
    private boolean counts(Difference difference) {
        return against == Against.STORED || !difference.isOfVersion();
    }

    private void example(StoredDecision stored, List<Difference> differences, String failure) {
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(new Example(stored.position().id().value(), differences, failure));
        }
    }
}
