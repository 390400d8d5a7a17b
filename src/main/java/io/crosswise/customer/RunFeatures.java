package io.crosswise.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Recomputes what profiles derive from many rows for all customers, batch by batch; a killed run goes on where it was. */
public class RunFeatures {
    private final FeatureRuns runs;
    private final Clock clock;
    private final Consumer<FeatureRun> progress;

    /** @param progress told after every batch */
    public RunFeatures(FeatureRuns runs, Clock clock, Consumer<FeatureRun> progress) {
        this.runs = runs;
        this.clock = clock;
        this.progress = progress;
    }

    /** The run to work on: one that was begun and is not done, or a new one. */
    public FeatureRun open() {
        return runs.open(LocalDate.now(clock));
    }

    /** Works until the run is done, or the thread is interrupted. @return how far it came */
    public FeatureRun run(FeatureRun begun) {
        FeatureRun run = begun;
        while (!run.finished() && !Thread.currentThread().isInterrupted()) {
            run = runs.advance(run);
            progress.accept(run);
        }
        return run;
    }

    /** Finishes a run that was begun, if any, and does today's. */
    public FeatureRun runToday() {
        FeatureRun run = run(open());
        return run.finished() && run.asOf().isBefore(LocalDate.now(clock)) ? run(open()) : run;
    }
}
