package io.crosswise.learning;

import io.crosswise.learning.DriftObservations.OfferAnswer;
import io.crosswise.learning.DriftObservations.Reading;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.UnknownModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what decisions read and said, and what came of their offers, with the training of the champions. */
public class WatchDrift {
    /** What offer models predict: a purchase within that time. */
    private static final Duration ANSWER_TIME = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(WatchDrift.class);
    private final WatchedModels models;
    private final DriftObservations observations;
    private final Drifts drifts;
    private final DriftSettings settings;
    private final Clock clock;

    public WatchDrift(
            WatchedModels models, DriftObservations observations, Drifts drifts, DriftSettings settings, Clock clock) {
        this.models = models;
        this.observations = observations;
        this.drifts = drifts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every champion with a report; what is found is stored, and a level that has risen is logged. */
    public List<DriftReport> watch() {
        return watch(models.all());
    }

    /**
     * One champion; empty when its training left no report.
     *
     * @throws UnknownModel when no version of that name is in use
     */
    public Optional<DriftReport> watch(String model) {
        return models.find(model).map(found -> watch(List.of(found)).get(0));
    }

    /**
     * Offers are taken from the days before those of the decisions, so that all of them have had their time to be answered:
     * taking the young ones that are answered already would count buyers only.
     */
    private List<DriftReport> watch(List<WatchedModel> watched) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration period = Duration.ofDays(settings.days());
        Instant from = now.minus(period);
        Instant answered = now.minus(ANSWER_TIME);
        List<DriftTally> tallies = watched.stream().map(model -> new DriftTally(model, settings, Set.of())).toList();
        observations.decisions(from, now, settings.customers(), reading -> count(watched, tallies, reading));
        observations.offers(
                answered.minus(period), answered, settings.customers(), offer -> meet(watched, tallies, offer));
        List<DriftReport> reports = new ArrayList<>();
        for (DriftTally tally : tallies) {
            DriftReport report = tally.report("decisions", from, now, now);
            tellWhenRisen(report);
            drifts.record(report);
            reports.add(report);
        }
        return reports;
    }

    private static void count(List<WatchedModel> models, List<DriftTally> tallies, Reading reading) {
        for (int i = 0; i < models.size(); i++) {
            WatchedModel model = models.get(i);
            boolean asked = reading.scores().stream().anyMatch(score -> score.model().equals(model.name()));
            if (asked && ModelAudience.holds(model.name(), reading.features())) {
                tallies.get(i).read(reading.features(), said(model, reading.scores()));
            }
        }
    }

    private static void meet(List<WatchedModel> models, List<DriftTally> tallies, OfferAnswer offer) {
        for (int i = 0; i < models.size(); i++) {
            if (ModelAudience.isAnsweredBy(models.get(i).name(), offer)) {
                tallies.get(i).met(said(models.get(i), offer.scores()), offer.bought() ? 1 : 0);
            }
        }
    }

    /** Null when another version was asked. */
    private static Double said(WatchedModel model, List<Score> scores) {
        return scores.stream()
                .filter(score -> score.model().equals(model.name()) && score.version().equals(model.version()))
                .map(Score::value)
                .findFirst()
                .orElse(null);
    }

    private void tellWhenRisen(DriftReport report) {
        DriftLevel before = drifts.latest(report.model()).map(DriftReport::level).orElse(DriftLevel.UNKNOWN);
        if (report.level().isAbove(before)) {
            LOG.warn(
                    "Model {} {} drifts: {} after {}. {}",
                    report.model(),
                    report.version(),
                    report.level(),
                    before,
                    String.join(". ", report.findings()));
        }
    }
}
