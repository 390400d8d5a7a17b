package io.crosswise.process.retrain;

import static io.crosswise.process.ProcessVariables.JUDGED;
import static io.crosswise.process.ProcessVariables.MODEL;
import static io.crosswise.process.ProcessVariables.MODEL_VERSION;
import static io.crosswise.process.ProcessVariables.VERDICT;

import io.crosswise.learning.PrepareModelReview;
import io.crosswise.process.SubmittedForm;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The task "Review model": shows the data scientist what the candidate is worth, and asks for a decision with a reason. */
@Component
class ModelReviewTask implements TaskListener {
    enum Answer {
        PROMOTE,
        DECLINE
    }

    private final PrepareModelReview prepareModelReview;

    ModelReviewTask(PrepareModelReview prepareModelReview) {
        this.prepareModelReview = prepareModelReview;
    }

    @Override
    public void notify(DelegateTask task) {
        String model = MODEL.get(task);
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            task.setVariablesLocal(prepareModelReview.prepare(model, MODEL_VERSION.get(task)));
            task.setDescription(model + " " + MODEL_VERSION.get(task));
            return;
        }
        SubmittedForm form = new SubmittedForm(task);
        Answer answer = form.choice("answer", Answer.class);
        String reason = form.text("reason");
        if (reason == null) {
            throw new BadUserRequestException("Say in one sentence why; the reason is kept with the version.");
        }
        form.clear();
        JUDGED.set(task.getExecution(), answer == Answer.PROMOTE ? "PROMOTED" : "DECLINED");
        VERDICT.set(task.getExecution(), reason);
    }
}
