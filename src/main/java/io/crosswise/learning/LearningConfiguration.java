package io.crosswise.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.family.TrainFamily;
import io.crosswise.learning.files.FileTrainedModels;
import io.crosswise.learning.jdbc.JdbcTrainingHistory;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.RegisterModel;
import io.crosswise.scoring.ScoringModels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires training, for the application and for commands that run without it. */
@Configuration(proxyBeanMethods = false)
public class LearningConfiguration {
    @Bean
    public TrainModel trainModel() {
        return new TrainModel(new XgboostBoosting());
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

    @Bean
    TrainFromHistory trainFromHistory(TrainingHistory history) {
        return familyOf(history);
    }

    @Bean
    TrainCandidate trainCandidate(
            TrainFromHistory training, ScoringModels models, RegisterModel registerModel, ObjectMapper json, Clock clock) {
        return new TrainCandidate(training, models, registerModel, Judging.standard(), json, clock);
    }

    @Bean
    PrepareModelReview prepareModelReview(ModelVersions versions, PromoteModel promoteModel) {
        return new PrepareModelReview(versions, promoteModel);
    }

    /** A folder that holds a file and a report per model. */
    public static TrainedModels modelsIn(Path folder) {
        return new FileTrainedModels(folder, new ObjectMapper());
    }
}
