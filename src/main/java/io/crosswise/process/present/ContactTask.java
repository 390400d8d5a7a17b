package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.ANSWERED;
import static io.crosswise.process.ProcessVariables.CHANNEL;
import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.channel.CheckContact;
import io.crosswise.channel.DispatchResult;
import io.crosswise.process.SubmittedForm;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The task "Contact customer" of the call centre or the account manager: whoever completes it has spoken to the
 * customer. What was said to somebody who had opted out by then counts for nothing: such a contract would be void.
 */
@Component
class ContactTask implements TaskListener {
    /** What the customer said on the spot. */
    enum CustomerAnswer {
        ACCEPTED,
        DECLINED,
        LATER,
        OPEN
    }

    private final TaskFile file;
    private final PresentInPerson presentInPerson;

    ContactTask(TaskFile file, PresentInPerson presentInPerson) {
        this.file = file;
        this.presentInPerson = presentInPerson;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            file.lay(task);
            return;
        }
        CustomerAnswer answer = new SubmittedForm(task).choice("customerAnswer", CustomerAnswer.class);
        new SubmittedForm(task).clear();
        DispatchResult told =
                presentInPerson.present(new DecisionId(DECISION_ID.get(task)), ChannelCode.valueOf(CHANNEL.get(task)));
        ANSWERED.set(task.getExecution(), told == DispatchResult.SENT ? answer.name() : CheckContact.OPTED_OUT);
    }
}
