package io.crosswise.customer.schedule;

import io.crosswise.customer.FeatureRun;
import io.crosswise.customer.RunFeatures;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Starts feature runs: every day off-peak, on request, and one that was killed as soon as the product is up again. */
public class DailyFeatureRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyFeatureRun.class);

    private final RunFeatures runFeatures;
    private final Supplier<Optional<FeatureRun>> unfinished;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "feature-run");
        thread.setDaemon(true);
        return thread;
    });

    /** @param unfinished the run that was begun and is not done */
    public DailyFeatureRun(RunFeatures runFeatures, Supplier<Optional<FeatureRun>> unfinished) {
        this.runFeatures = runFeatures;
        this.unfinished = unfinished;
    }

    @Scheduled(cron = "${crosswise.features.cron:0 30 2 * * *}")
    public void runToday() {
        runFeatures.runToday();
    }

    @EventListener(ApplicationReadyEvent.class)
    public void resume() {
        unfinished.get().ifPresent(this::inBackground);
    }

    /** @return the run that was begun, or goes on, in the background */
    public FeatureRun begin() {
        FeatureRun run = runFeatures.open();
        inBackground(run);
        return run;
    }

    private void inBackground(FeatureRun run) {
        background.execute(() -> {
            try {
                runFeatures.run(run);
            } catch (RuntimeException e) {
                LOG.error("Feature run {} stopped; the next start or the next night goes on with it", run.id(), e);
            }
        });
    }

    /** Stops between two batches. */
    @Override
    public void close() {
        background.shutdownNow();
    }

    /** One line per batch. */
    public static void report(FeatureRun run) {
        LOG.info(
                "Feature run {} of {}: {} customers, {} changed, {} snapshots kept, {} customers/s{}",
                run.id(),
                run.asOf(),
                run.customers(),
                run.changed(),
                run.kept(),
                run.customersPerSecond(),
                run.finished() ? ", done" : "");
    }
}
