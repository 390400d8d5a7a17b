package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Self-care shows the offer at once. */
@Component
class ShowInSelfCareDelegate implements JavaDelegate {
    private final PresentInPerson presentInPerson;

    ShowInSelfCareDelegate(PresentInPerson presentInPerson) {
        this.presentInPerson = presentInPerson;
    }

    @Override
    public void execute(DelegateExecution execution) {
        presentInPerson.present(new DecisionId(DECISION_ID.get(execution)), ChannelCode.SELF_CARE);
    }
}
