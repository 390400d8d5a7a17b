package io.crosswise.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.csv.CsvTables;
import io.crosswise.learning.family.TrainFamily;
import io.crosswise.learning.files.FileTrainedModels;
import io.crosswise.learning.jdbc.JdbcTrainingHistory;
import io.crosswise.learning.jdbc.JdbcTrainings;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.RegisterModel;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.scoring.UnusableModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires training, for the application and for commands that run without it. */
@Configuration(proxyBeanMethods = false)
public class LearningConfiguration {
    @Bean
    public TrainModel trainModel() {
        return new TrainModel(new XgboostBoosting());
    }

    @Bean
    TrainFromHistory trainFromHistory(TrainingHistory history) {
        return familyOf(history);
    }

    @Bean
    TrainCandidate trainCandidate(
            TrainFromHistory training,
            ScoreAsChampion champions,
            RegisterModel registerModel,
            LearningSettings settings,
            ObjectMapper json,
            Clock clock) {
        Judging judging = Judging.standard().withFairnessLimits(settings.fairness());
        return new TrainCandidate(training, champions, registerModel, judging, json, clock);
    }

    @Bean
    PrepareModelReview prepareModelReview(ModelVersions versions, PromoteModel promoteModel) {
        return new PrepareModelReview(versions, promoteModel);
    }

    @Bean
    ScoreAsChampion champions(ScoringModels models, ModelVersions versions) {
        return new ScoreAsChampion(models, versions);
    }

    @Bean
    Trainings trainings(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new JdbcTrainings(jdbc, json, clock);
    }

    @Bean
    TrainOnRequest trainOnRequest(
            TrainModel trainModel,
            TrainFromHistory history,
            ScoreAsChampion champions,
            RegisterModel registerModel,
            ObjectMapper json,
            LearningSettings settings,
            Trainings trainings,
            Clock clock) {
        return new TrainOnRequest(
                trainModel,
                history,
                CsvTables::join,
                champions,
                (model, by) -> register(registerModel, model, by, json),
                settings.fairness(),
                trainings,
                clock);
    }

    private static String register(RegisterModel registerModel, TrainedModel model, String by, ObjectMapper json) {
        ModelFile file = new ModelFile(
                model.report().model(), model.pmml(), FieldMapping.NONE, json.valueToTree(model.report()));
        try {
            return registerModel.register(file, "trained", by, "Trained on request").version();
        } catch (UnusableModel e) {
            throw new TrainingImpossible("The trained model was not taken into the registry: " + e.getMessage());
        }
    }

    /** On one quiet thread of its own: decisions go first. */
    @Bean
    StartTraining startTraining(TrainOnRequest trainOnRequest, Trainings trainings, Clock clock) {
        return new StartTraining(trainOnRequest, trainings, Executors.newSingleThreadExecutor(TrainingPulse::quiet), clock);
    }

    @Bean
    TrainingPulse trainingPulse(StartTraining startTraining) {
        return new TrainingPulse(startTraining);
    }

    /** Trains the product's models on a history. */
    public static TrainFromHistory familyOf(TrainingHistory history) {
        return new TrainFamily(history, new XgboostBoosting());
    }

    /** Hours of past contacts are those of the channels' zone. */
    @Bean
    TrainingHistory trainingHistory(
            DataSource dataSource,
            ObjectMapper json,
            Clock clock,
            @Value("${crosswise.channel.zone:Europe/Paris}") ZoneId zone) {
        return new JdbcTrainingHistory(dataSource, json, clock, zone);
    }

    /** A folder that holds a file and a report per model. */
    public static TrainedModels modelsIn(Path folder) {
        return new FileTrainedModels(folder, new ObjectMapper());
    }
}
