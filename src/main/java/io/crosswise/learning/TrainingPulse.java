package io.crosswise.learning;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other nodes twice a minute that the trainings of this one are still being worked on. */
public class TrainingPulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingPulse.class);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(TrainingPulse::quiet);

    public TrainingPulse(StartTraining trainings) {
        thread.scheduleWithFixedDelay(() -> beat(trainings), 30, 30, TimeUnit.SECONDS);
    }

    /** A database that cannot be reached now may be at the next beat. */
    private static void beat(StartTraining trainings) {
        try {
            trainings.pulse();
        } catch (RuntimeException e) {
            LOG.warn("A training could not be kept alive", e);
        }
    }

    static Thread quiet(Runnable work) {
        Thread thread = new Thread(work, "training");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
