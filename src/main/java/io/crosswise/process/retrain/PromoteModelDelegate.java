package io.crosswise.process.retrain;

import static io.crosswise.process.ProcessVariables.MODEL;
import static io.crosswise.process.ProcessVariables.MODEL_VERSION;
import static io.crosswise.process.ProcessVariables.VERDICT;

import io.crosswise.process.engine.CurrentUser;
import io.crosswise.scoring.ModelChange;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.ReleaseGate;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the reviewed candidate in use, in the transaction of the task: when it is refused the task stays open and says why. */
@Component
class PromoteModelDelegate implements JavaDelegate {
    private final PromoteModel promoteModel;
    private final CurrentUser user;

    PromoteModelDelegate(PromoteModel promoteModel, CurrentUser user) {
        this.promoteModel = promoteModel;
        this.user = user;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ModelChange change = promoteModel.promote(
                MODEL.get(execution), MODEL_VERSION.get(execution), VERDICT.get(execution), Map.of(), user.id());
        if (change instanceof ModelChange.Blocked blocked) {
            throw new BadUserRequestException(
                    blocked.gates().stream().map(ReleaseGate::text).collect(Collectors.joining(" ")));
        } else if (change instanceof ModelChange.Refused refused) {
            throw new BadUserRequestException(refused.text());
        }
    }
}
