package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.ACCEPTED_TRIGGER;
import static io.crosswise.process.ProcessVariables.TRIGGER;

import io.crosswise.trigger.ReadPromotion;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** First step of the trigger's process: how much dearer the bill gets when the promotion is over. */
@Component
class ReadPromotionDelegate implements JavaDelegate {
    private final ReadPromotion readPromotion;

    ReadPromotionDelegate(ReadPromotion readPromotion) {
        this.readPromotion = readPromotion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TRIGGER.set(execution, readPromotion.read(ACCEPTED_TRIGGER.get(execution)));
    }
}
