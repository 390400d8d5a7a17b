package io.crosswise.process.retrain;

import static io.crosswise.process.ProcessVariables.MODELS;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Which models a run of {@code model-retraining} looks at, in their order. */
@Component
public class RetrainingPlan {
    /** Those of the variable {@code models}, comma-separated; empty when it is not set. */
    public List<String> models(DelegateExecution execution) {
        String models = MODELS.get(execution);
        return models == null
                ? List.of()
                : Arrays.stream(models.split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
