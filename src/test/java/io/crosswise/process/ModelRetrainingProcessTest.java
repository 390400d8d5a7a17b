package io.crosswise.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.learning.Column;
import io.crosswise.learning.Gate;
import io.crosswise.learning.Judging;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainFromHistory;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingRefused;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.ResponseEntity;

/** {@code model-retraining}, stepped by hand: a candidate goes into use only when a person says so, and nothing else does harm. */
@CrosswiseIT
@Import({Shop.class, ModelRetrainingProcessTest.Training.class})
class ModelRetrainingProcessTest {
    @Autowired
    Shop shop;

    @Autowired
    SmallTraining training;

    @Autowired
    ScoringModels models;

    @Autowired
    ModelVersions versions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @AfterEach
    void endEverything() {
        training.failure = null;
        training.gate = SmallTraining.PASSED;
        runtime.createProcessInstanceQuery().processDefinitionKey("model-retraining").list().forEach(instance ->
                runtime.deleteProcessInstance(instance.getId(), "test over"));
    }

    @Test
    void aCandidateThatIsPromotedDecidesAtOnce() {
        start("propensity-tv");
        Task task = tasks.createTaskQuery().taskCandidateGroup("scientist").singleResult();
        Map<String, Object> form = tasks.getVariablesLocal(task.getId());
        String candidate = (String) form.get("candidateVersion");

        assertThat(task.getName()).isEqualTo("Review model");
        assertThat(form).containsEntry("modelName", "propensity-tv").containsEntry("card", "/models/propensity-tv/versions/" + candidate);
        assertThat((String) form.get("judgement")).contains("auc 0.8");
        assertThat(champion("propensity-tv")).isNotEqualTo(candidate);

        assertThat(answer(task, "PROMOTE", "Better than before").getStatusCode().is2xxSuccessful()).isTrue();

        assertThat(champion("propensity-tv")).isEqualTo(candidate);
        Model promoted = versions.find("propensity-tv", candidate).orElseThrow();
        assertThat(promoted.changedBy()).isEqualTo("scientist");
        assertThat(promoted.reason()).isEqualTo("Better than before");
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("model-retraining").count()).isZero();
    }

    @Test
    void aCandidateThatIsDeclinedIsPutAsideAndTheChampionStays() {
        String before = champion("propensity-tv");
        start("propensity-tv");
        Task task = tasks.createTaskQuery().taskCandidateGroup("scientist").singleResult();
        String candidate = (String) tasks.getVariableLocal(task.getId(), "candidateVersion");

        answer(task, "DECLINE", "Learned from a strike");

        assertThat(champion("propensity-tv")).isEqualTo(before);
        assertThat(versions.find("propensity-tv", candidate).orElseThrow().state()).isEqualTo(ModelState.RETIRED);
        assertThat(versions.find("propensity-tv", candidate).orElseThrow().reason()).isEqualTo("Learned from a strike");
    }

    @Test
    void anAnswerWithoutReasonLeavesTheTaskOpen() {
        start("propensity-tv");
        Task task = tasks.createTaskQuery().taskCandidateGroup("scientist").singleResult();

        ResponseEntity<JsonNode> refused = answer(task, "PROMOTE", "");

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().toString()).contains("Say in one sentence why");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    void aTrainingThatFailsIsAnIncidentThatSaysWhyAndTheOthersGoOn() {
        String before = champion("propensity-hbb");
        training.failure = new IllegalArgumentException("Model propensity-hbb has 3 rows of its answer yes; it needs 5");
        training.failing = "propensity-hbb";

        start("propensity-hbb,propensity-tv");

        Incident incident = runtime.createIncidentQuery().singleResult();
        assertThat(incident.getIncidentMessage()).isEqualTo("Model propensity-hbb has 3 rows of its answer yes; it needs 5");
        assertThat(champion("propensity-hbb")).isEqualTo(before);
        assertThat(tasks.createTaskQuery().taskCandidateGroup("scientist").list()).hasSize(1);
    }

    @Test
    void aCandidateThatAGateStopsIsPutAsideWithoutATask() {
        String before = champion("propensity-tv");
        training.gate = new Gate("WORSE_THAN_CHAMPION", false, "It is worse than the model in use.");

        start("propensity-tv");

        assertThat(tasks.createTaskQuery().taskCandidateGroup("scientist").count()).isZero();
        assertThat(champion("propensity-tv")).isEqualTo(before);
        assertThat(versions.of("propensity-tv").get(0))
                .extracting(Model::state, Model::reason, Model::changedBy)
                .containsExactly(ModelState.RETIRED, "It is worse than the model in use.", "model-retraining");
    }

    @Test
    void dataThatRevealTheTargetAreANoAndNoIncident() {
        String before = champion("propensity-hbb");
        training.failure = new TrainingRefused("propensity-hbb", List.of(new Gate("LEAK", false, "days_in_arrears reveals it.")));
        training.failing = "propensity-hbb";

        start("propensity-hbb");

        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(tasks.createTaskQuery().taskCandidateGroup("scientist").count()).isZero();
        assertThat(champion("propensity-hbb")).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("model-retraining").count()).isZero();
    }

    @Test
    void itStartsOnTheFirstOfTheMonthByItself() {
        Job timer = management.createJobQuery().timers().processDefinitionKey("model-retraining").singleResult();

        assertThat(timer.getDuedate()).hasDayOfMonth(1).hasHourOfDay(3);
    }

    @Test
    void itIsNoEventOfACustomerAndNotForEverybody() {
        ResponseEntity<JsonNode> trigger = shop.trigger("r-1", "model-retraining", "C-1", "{}");
        assertThat(trigger.getStatusCode().value()).isEqualTo(422);
        assertThat(shop.post("marketer", "/engine-rest/message", "{\"messageName\":\"model-retraining\"}").getStatusCode().value())
                .isEqualTo(403);
        assertThat(shop.post("scientist", "/engine-rest/message", "{\"messageName\":\"promotion-end\"}").getStatusCode().is2xxSuccessful())
                .as("a data scientist starts no trigger")
                .isFalse();
    }

    private void start(String names) {
        ResponseEntity<JsonNode> answer = shop.post("scientist", "/engine-rest/message", """
                {"messageName":"model-retraining","processVariables":{"models":{"type":"String","value":"%s"}}}""".formatted(names));
        assertThat(answer.getStatusCode().is2xxSuccessful()).as(String.valueOf(answer.getBody())).isTrue();
        List<Job> jobs;
        while (!(jobs = management.createJobQuery().processDefinitionKey("model-retraining").messages().withRetriesLeft().list())
                .isEmpty()) {
            for (Job job : jobs) {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException e) {
                    management.setJobRetries(job.getId(), 0);
                }
            }
        }
    }

    private ResponseEntity<JsonNode> answer(Task task, String answer, String reason) {
        return shop.post("scientist", "/engine-rest/task/" + task.getId() + "/submit-form", """
                {"variables":{"answer":{"value":"%s"},"reason":{"value":"%s"}}}""".formatted(answer, reason));
    }

    private String champion(String model) {
        return models.inUse().model(model).version();
    }

    /** Trains on a hundred rows in which the target follows the tenure. */
    static class SmallTraining implements TrainFromHistory {
        static final Gate PASSED = new Gate("CHANCE", true, "Better than chance.");

        private final TrainModel trainModel;
        private Gate gate = PASSED;
        private RuntimeException failure;
        private String failing;

        SmallTraining(TrainModel trainModel) {
            this.trainModel = trainModel;
        }

        @Override
        public List<String> models() {
            return List.of("propensity-hbb", "propensity-tv");
        }

        @Override
        public TrainedModel train(String model, String version, Judging judging) {
            if (failure != null && model.equals(failing)) {
                throw failure;
            }
            double[][] rows = new double[400][];
            double[] target = new double[rows.length];
            int[] groups = new int[rows.length];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = new double[] {row % 100};
                target[row] = row % 100 + 13 * (row % 7) > 90 ? 1 : 0;
                groups[row] = row;
            }
            TrainingSet set = TrainingSet.of(
                    model, Objective.PROBABILITY, List.of(Column.numeric("tenure_months")), rows, target, groups, version);
            TrainedModel trained = trainModel.train(set, TrainingSettings.cautious().withVersion(version), Judging.standard());
            return new TrainedModel(trained.pmml(), trained.report().withGates(List.of(gate)));
        }
    }

    @TestConfiguration
    static class Training {
        @Bean
        @Primary
        SmallTraining smallTraining(TrainModel trainModel) {
            return new SmallTraining(trainModel);
        }
    }
}
