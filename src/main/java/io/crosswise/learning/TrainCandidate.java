package io.crosswise.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.RegisterModel;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Trains one model of the family on the product's own history, judges it beside the champion, and registers it as a candidate. */
public class TrainCandidate {
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyy.MM.dd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private final TrainFromHistory training;
    private final TrainOnRequest.Champions champions;
    private final RegisterModel registerModel;
    private final Judging judging;
    private final ObjectMapper json;
    private final Clock clock;

    /** @param judging what every candidate has to stand */
    public TrainCandidate(
            TrainFromHistory training,
            TrainOnRequest.Champions champions,
            RegisterModel registerModel,
            Judging judging,
            ObjectMapper json,
            Clock clock) {
        this.training = training;
        this.champions = champions;
        this.registerModel = registerModel;
        this.judging = judging;
        this.json = json;
        this.clock = clock;
    }

    /** A version in the registry and how it was judged. */
    public record Candidate(Model model, ModelReport report) {
        /** Whether a person may put it in use. */
        public boolean promotable() {
            return report.promotable();
        }

        /** What the gates it does not stand say; that it stands all of them otherwise. */
        public String verdict() {
            return promotable()
                    ? "Stands every gate."
                    : report.gates().stream().filter(gate -> !gate.passed()).map(Gate::text).collect(Collectors.joining(" "));
        }
    }

    /**
     * The candidate's version is the moment of its training, UTC.
     *
     * @param by who asked for it
     * @throws IllegalArgumentException when the model is unknown or the history holds too few examples of it
     * @throws TrainingRefused when the data must not be learned from
     */
    public Candidate train(String model, String by) {
        TrainedModel trained =
                training.train(model, VERSION.format(clock.instant()), judging.withChampion(champions.of(model)));
        ModelFile file = new ModelFile(model, trained.pmml(), FieldMapping.NONE, json.valueToTree(trained.report()));
        return new Candidate(registerModel.register(file, "trained", by, "Trained on history"), trained.report());
    }
}
