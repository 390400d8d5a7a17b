package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.CHANNEL;
import static io.crosswise.process.ProcessVariables.DECISION_ID;
import static io.crosswise.process.ProcessVariables.DISPATCH;
import static io.crosswise.process.ProcessVariables.NOT_BEFORE;

import io.crosswise.channel.CheckContact;
import io.crosswise.channel.CheckContact.Checked;
import io.crosswise.channel.DispatchResult;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Before a person is asked to speak with the customer: consent may have been withdrawn, and the hours may have passed. */
@Component
class CheckContactDelegate implements JavaDelegate {
    private final CheckContact checkContact;
    private final WithdrawOffer withdrawOffer;
    private final Clock clock;

    CheckContactDelegate(CheckContact checkContact, WithdrawOffer withdrawOffer, Clock clock) {
        this.checkContact = checkContact;
        this.withdrawOffer = withdrawOffer;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionId id = new DecisionId(DECISION_ID.get(execution));
        Checked checked = checkContact.check(id, ChannelCode.valueOf(CHANNEL.get(execution)), clock.instant());
        if (checked.obstacle() != null) {
            withdrawOffer.withdraw(id, checked.obstacle());
            DISPATCH.set(execution, DispatchResult.SUPPRESSED.name());
        } else if (checked.notBefore() != null) {
            NOT_BEFORE.set(execution, Date.from(checked.notBefore()));
            DISPATCH.set(execution, DispatchResult.POSTPONED.name());
        } else {
            DISPATCH.set(execution, "ALLOWED");
        }
    }
}
