package io.crosswise.process.retrain;

import static io.crosswise.process.ProcessVariables.JUDGED;
import static io.crosswise.process.ProcessVariables.MODEL;
import static io.crosswise.process.ProcessVariables.MODEL_VERSION;
import static io.crosswise.process.ProcessVariables.VERDICT;

import io.crosswise.learning.TrainCandidate;
import io.crosswise.learning.TrainCandidate.Candidate;
import io.crosswise.learning.TrainingRefused;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Trains a candidate of one model; data that must not be learned from are a "no" with a reason, everything else an incident. */
@Component
class TrainModelDelegate implements JavaDelegate {
    private final TrainCandidate trainCandidate;

    TrainModelDelegate(TrainCandidate trainCandidate) {
        this.trainCandidate = trainCandidate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            Candidate candidate = trainCandidate.train(MODEL.get(execution), "model-retraining");
            MODEL_VERSION.set(execution, candidate.model().version());
            JUDGED.set(execution, candidate.promotable() ? "PASSED" : "FAILED");
            VERDICT.set(execution, candidate.verdict());
        } catch (TrainingRefused e) {
            JUDGED.set(execution, "REFUSED");
            VERDICT.set(execution, e.getMessage());
        }
    }
}
