package io.crosswise.replay;

import io.crosswise.decision.StoredDecisions.Selection;
import io.crosswise.replay.ReplayRun.State;
import io.crosswise.shared.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One run in memory. */
final class MemoryReplayRuns implements ReplayRuns {
    final List<Tally> tallies = new ArrayList<>();
    final List<Example> examples = new ArrayList<>();
    ReplayRun run;

    @Override
    public Optional<ReplayRun> begin(Against against, Selection selection, long decisions, String by, Instant at) {
        if (running().isPresent()) {
            return Optional.empty();
        }
        run = new ReplayRun(
                "R-1", State.RUNNING, against, selection, decisions, 0, 0, 0, 0, 0, null, 0, by, at, null, null);
        return Optional.of(run);
    }

    @Override
    public Optional<ReplayRun> running() {
        return Optional.ofNullable(run).filter(it -> it.state() == State.RUNNING);
    }

    @Override
    public Optional<ReplayRun> find(String runId) {
        return Optional.ofNullable(run);
    }

    @Override
    public Page<ReplayRun> list(int page, int size) {
        return new Page<>(List.of(run), page, size, 1);
    }

    @Override
    public boolean progress(ReplayRun before, ReplayRun after, Collection<Tally> found, List<Example> more) {
        if (running().filter(now -> now.done() == before.done()).isEmpty()) {
            return false;
        }
        run = after;
        tallies.addAll(found);
        examples.addAll(more);
        return true;
    }

    @Override
    public List<Tally> tallies(String runId) {
        return tallies;
    }

    @Override
    public List<Example> examples(String runId) {
        return examples;
    }

    @Override
    public void finish(String runId, Instant at) {
        end(State.DONE, null, at);
    }

    @Override
    public void fail(String runId, String failure, Instant at) {
        end(State.FAILED, failure, at);
    }

    @Override
    public boolean cancel(String runId, Instant at) {
        boolean running = running().isPresent();
        end(State.CANCELLED, null, at);
        return running;
    }

    @Override
    public boolean alone(Runnable work) {
        work.run();
        return true;
    }

    private void end(State state, String failure, Instant at) {
        if (running().isPresent()) {
            run = new ReplayRun(
                    run.runId(), state, run.against(), run.selection(), run.decisions(), run.done(), run.identical(),
                    run.different(), run.erased(), run.failed(), run.last(), run.busyMillis(), run.startedBy(), run.startedAt(), at,
                    failure);
        }
    }
}
