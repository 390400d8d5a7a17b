package io.crosswise.process.retrain;

import static io.crosswise.process.ProcessVariables.JUDGED;
import static io.crosswise.process.ProcessVariables.MODEL;
import static io.crosswise.process.ProcessVariables.MODEL_VERSION;
import static io.crosswise.process.ProcessVariables.VERDICT;

import io.crosswise.process.engine.CurrentUser;
import io.crosswise.scoring.RetireModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts a candidate aside that a gate or a person stopped; where training was refused there is none. */
@Component
class DeclineModelDelegate implements JavaDelegate {
    private final RetireModel retireModel;
    private final CurrentUser user;

    DeclineModelDelegate(RetireModel retireModel, CurrentUser user) {
        this.retireModel = retireModel;
        this.user = user;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String version = MODEL_VERSION.get(execution);
        if (version != null) {
            String by = "DECLINED".equals(JUDGED.get(execution)) ? user.id() : "model-retraining";
            retireModel.retire(MODEL.get(execution), version, VERDICT.get(execution), by);
        }
    }
}
