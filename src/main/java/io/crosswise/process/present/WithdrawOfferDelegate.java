package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.channel.CheckContact;
import io.crosswise.shared.DecisionId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer has opted out of the channel before the offer was made on it. */
@Component
class WithdrawOfferDelegate implements JavaDelegate {
    private final WithdrawOffer withdrawOffer;

    WithdrawOfferDelegate(WithdrawOffer withdrawOffer) {
        this.withdrawOffer = withdrawOffer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawOffer.withdraw(new DecisionId(DECISION_ID.get(execution)), CheckContact.OPTED_OUT);
    }
}
