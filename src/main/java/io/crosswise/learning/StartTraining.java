package io.crosswise.learning;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the wish to train, answers at once and lets the work be done behind it, one training after the other. */
public class StartTraining {
    private static final Logger LOG = LoggerFactory.getLogger(StartTraining.class);
    private static final int MOST_WAITING = 20;

    private final TrainOnRequest trainOnRequest;
    private final Trainings trainings;
    private final Executor background;
    private final Clock clock;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    public StartTraining(TrainOnRequest trainOnRequest, Trainings trainings, Executor background, Clock clock) {
        this.trainOnRequest = trainOnRequest;
        this.trainings = trainings;
        this.background = background;
        this.clock = clock;
    }

    /**
     * @param id of the training, never used before
     * @param by who asks
     * @return empty when too many are waiting already
     * @throws TrainingImpossible when the spec can be seen to be wrong at once
     */
    public Optional<Training> start(String id, TrainingSpec spec, List<TrainingFile> files, String by) {
        check(spec, files);
        if (open.size() >= MOST_WAITING) {
            return Optional.empty();
        }
        Training asked = Training.asked(id, spec.model(), by, clock.instant());
        trainings.add(asked);
        open.add(id);
        background.execute(() -> run(asked, spec, files));
        return Optional.of(asked);
    }

    /** Says of every training that waits or runs here that somebody still works on it. */
    public void pulse() {
        open.forEach(trainings::alive);
    }

    private void check(TrainingSpec spec, List<TrainingFile> files) {
        if (spec.from() != null && !spec.fromHistory()) {
            throw new TrainingImpossible("from is history, or left out when files are sent");
        }
        if (spec.fromHistory() && !trainOnRequest.knowsFromHistory(spec.model())) {
            throw new TrainingImpossible("Model " + spec.model() + " cannot be trained on the product's history; send a file and a target");
        }
        if (!spec.fromHistory() && files.isEmpty()) {
            throw new TrainingImpossible("Send the files to learn from, or from: history");
        }
        if (!spec.fromHistory() && (spec.target() == null || spec.target().column() == null)) {
            throw new TrainingImpossible("Name the target: target: {column: …, positive: …}");
        }
        try {
            spec.settings().over(TrainingSettings.standard(), spec.version() == null ? "1" : spec.version());
        } catch (IllegalArgumentException e) {
            throw new TrainingImpossible(e.getMessage());
        }
    }

    private void run(Training asked, TrainingSpec spec, List<TrainingFile> files) {
        try {
            trainOnRequest.train(asked, spec, files);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Training {} of {} failed", asked.trainingId(), asked.model(), e);
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            trainings.update(asked.failed(why, clock.instant()));
        } finally {
            open.remove(asked.trainingId());
        }
    }
}
