package io.crosswise.replay;

import io.crosswise.decision.StoredDecisions.Selection;
import io.crosswise.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The runs over many decisions and what they found. */
public interface ReplayRuns {
    /** Empty when one is running already. */
    Optional<ReplayRun> begin(Against against, Selection selection, long decisions, String by, Instant at);

    /** The run that is to be worked on. */
    Optional<ReplayRun> running();

    Optional<ReplayRun> find(String runId);

    /** Newest first. */
    Page<ReplayRun> list(int page, int size);

    /**
     * Stores how far the run is with what its last part found, all or nothing; false when it was cancelled meanwhile or somebody else
     * has moved it on.
     */
    boolean progress(ReplayRun before, ReplayRun after, Collection<Tally> found, List<Example> examples);

    /** By kind and key. */
    List<Tally> tallies(String runId);

    List<Example> examples(String runId);

    void finish(String runId, Instant at);

    void fail(String runId, String failure, Instant at);

    /** False when it is not running. */
    boolean cancel(String runId, Instant at);

    /** Works unless another node does; false when it does. */
    boolean alone(Runnable work);
}
