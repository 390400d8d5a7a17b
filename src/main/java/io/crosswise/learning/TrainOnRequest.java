package io.crosswise.learning;

import io.crosswise.learning.Judging.Champion;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Trains what a spec asks for and puts the result into the registry, telling its training how far it is. */
public class TrainOnRequest {
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyy.MM.dd-HHmmss").withZone(ZoneOffset.UTC);

    private final TrainModel trainModel;
    private final TrainFromHistory history;
    private final ReadTable readTable;
    private final Champions champions;
    private final RegisterTrained registerTrained;
    private final Map<String, Double> fairnessLimits;
    private final Trainings trainings;
    private final Clock clock;

    /** Reads files into one table. */
    @FunctionalInterface
    public interface ReadTable {
        /** @throws TrainingImpossible when they cannot be read or joined */
        Table read(TrainingSpec spec, List<TrainingFile> files);
    }

    /** Finds the model in use now. */
    @FunctionalInterface
    public interface Champions {
        /** Null when the model has none. */
        Champion of(String model);
    }

    /** Puts a trained model into the registry as a candidate. */
    @FunctionalInterface
    public interface RegisterTrained {
        /** The version it is registered as. @throws RuntimeException with a reason people understand when it is refused */
        String register(TrainedModel model, String by);
    }

    public TrainOnRequest(
            TrainModel trainModel,
            TrainFromHistory history,
            ReadTable readTable,
            Champions champions,
            RegisterTrained registerTrained,
            Map<String, Double> fairnessLimits,
            Trainings trainings,
            Clock clock) {
        this.trainModel = trainModel;
        this.history = history;
        this.readTable = readTable;
        this.champions = champions;
        this.registerTrained = registerTrained;
        this.fairnessLimits = fairnessLimits;
        this.trainings = trainings;
        this.clock = clock;
    }

    /** Whether the model can be trained on the product's own past. */
    public boolean knowsFromHistory(String model) {
        return history.models().contains(model);
    }

    /** Runs to the end, whatever it is; nothing is thrown but what nobody foresaw. */
    public Training train(Training asked, TrainingSpec spec, List<TrainingFile> files) {
        Training[] now = {asked.at("reading the data", 0)};
        trainings.update(now[0]);
        Judging judging = judging(spec).reportingTo((step, done) -> {
            now[0] = now[0].at(step, done);
            trainings.update(now[0]);
        });
        Training ended;
        try {
            TrainedModel model = trained(spec, files, judging);
            String version = registerTrained.register(model, asked.askedBy());
            ended = now[0].trained(version, model.report(), clock.instant());
        } catch (TrainingRefused e) {
            ended = now[0].refused(e, clock.instant());
        } catch (TrainingImpossible | IllegalArgumentException e) {
            ended = now[0].failed(e.getMessage(), clock.instant());
        }
        trainings.update(ended);
        return ended;
    }

    private Judging judging(TrainingSpec spec) {
        return Judging.standard()
                .withFairnessLimits(spec.fairness() == null ? fairnessLimits : spec.fairness())
                .accepting(spec.acceptedLeaks())
                .withChampion(champions.of(spec.model()));
    }

    private TrainedModel trained(TrainingSpec spec, List<TrainingFile> files, Judging judging) {
        String version = spec.version() == null ? VERSION.format(clock.instant()) : spec.version();
        if (spec.fromHistory()) {
            return history.train(spec.model(), version, judging);
        }
        return trainModel.train(spec.named(spec.model(), version), readTable.read(spec, files), judging);
    }
}
