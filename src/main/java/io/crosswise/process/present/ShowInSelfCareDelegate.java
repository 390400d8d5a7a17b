package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.DECISION_ID;
import static io.crosswise.process.ProcessVariables.DISPATCH;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Self-care shows the offer at once, unless the customer wants none there any more. */
@Component
class ShowInSelfCareDelegate implements JavaDelegate {
    private final PresentInPerson presentInPerson;

    ShowInSelfCareDelegate(PresentInPerson presentInPerson) {
        this.presentInPerson = presentInPerson;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionId id = new DecisionId(DECISION_ID.get(execution));
        DISPATCH.set(execution, presentInPerson.present(id, ChannelCode.SELF_CARE).name());
    }
}
