package io.crosswise.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * The process engine moved by hand: its clock, its jobs and the people at its tasks. Exists in a simulation only, where the engine's
 * own threads stand still; {@code process} implements it.
 */
public interface SteppedEngine extends AutoCloseable {
    /** Profile under which it exists. */
    String PROFILE = "simulated-year";

    /** From now on it is this moment for the engine. */
    void moveTo(Instant now);

    /** When the next timer of an offer is due, empty when none is waiting. */
    Optional<Instant> nextDue();

    /** Carries out what is due; answers how many jobs that were. */
    int runDueJobs();

    /** Lets people agree to every offer as it stands and speak to every customer on their list; answers how many tasks that were. */
    int workTasks();

    /** Real time again. */
    @Override
    void close();
}
