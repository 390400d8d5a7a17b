package io.crosswise.learning.schedule;

import io.crosswise.learning.Drifts;
import io.crosswise.learning.WatchDrift;
import io.crosswise.learning.micrometer.DriftMeters;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ScoringModels;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Watches every night ({@code crosswise.learning.drift.cron}, {@code -} for never) and shows after a start what was found last. */
@Component
class DailyDriftWatch {
    private final WatchDrift watchDrift;
    private final Drifts drifts;
    private final ScoringModels models;
    private final DriftMeters meters;

    DailyDriftWatch(WatchDrift watchDrift, Drifts drifts, ScoringModels models, DriftMeters meters) {
        this.watchDrift = watchDrift;
        this.models = models;
        this.drifts = drifts;
        this.meters = meters;
    }

    @EventListener(ApplicationReadyEvent.class)
    void showLast() {
        ModelSet inUse = models.inUse();
        meters.showAll(drifts.latest().stream()
                .filter(report -> inUse.has(report.model()))
                .filter(report -> inUse.model(report.model()).version().equals(report.version()))
                .toList());
    }

    @Scheduled(cron = "${crosswise.learning.drift.cron:0 30 4 * * *}")
    void watch() {
        meters.showAll(watchDrift.watch());
    }
}
