package io.crosswise.process.retrain;

import static io.crosswise.process.ProcessVariables.MODELS;

import io.crosswise.customer.RefreshFeatures;
import io.crosswise.learning.TrainFromHistory;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the features of all customers up to date, so that models learn from today, and names the models that learn. */
@Component
class GatherFeedbackDelegate implements JavaDelegate {
    private final RefreshFeatures refreshFeatures;
    private final TrainFromHistory training;
    private final RetrainingPlan plan;

    GatherFeedbackDelegate(RefreshFeatures refreshFeatures, TrainFromHistory training, RetrainingPlan plan) {
        this.refreshFeatures = refreshFeatures;
        this.training = training;
        this.plan = plan;
    }

    /** @throws IllegalArgumentException when a model is asked for that history cannot teach */
    @Override
    public void execute(DelegateExecution execution) {
        List<String> known = training.models();
        List<String> asked = plan.models(execution);
        asked.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("No model " + name + " learns from history; there are " + known);
        });
        refreshFeatures.refresh();
        MODELS.set(execution, String.join(",", asked.isEmpty() ? known : asked));
    }
}
