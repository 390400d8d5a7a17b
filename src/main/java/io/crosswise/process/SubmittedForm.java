package io.crosswise.process;

import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a person submitted with a task: read once, then taken out of the engine again. */
public final class SubmittedForm {
    private static final List<String> FIELDS = List.of(
            "answer", "discount", "reason", "customer", "offer", "monthlyPrice", "maxDiscount", "expectedValue", "why", "playbook",
            "customerAnswer", "wentOutAnswer", "modelName", "candidateVersion", "judgement", "champion", "gates", "card");
    private final DelegateTask task;

    public SubmittedForm(DelegateTask task) {
        this.task = task;
    }

    /** Null when it was left empty. The engine puts fields beside the task when it is completed, into the task when its form is submitted. */
    public String text(String field) {
        Object completed = task.getExecution().getVariable(field);
        Object value = completed == null ? task.getVariableLocal(field) : completed;
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    /** @throws BadUserRequestException when it is no number; the task then stays open */
    public BigDecimal number(String field) {
        String text = text(field);
        try {
            return text == null ? null : new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new BadUserRequestException(field + " must be a number such as 2.50");
        }
    }

    /** @throws BadUserRequestException when it is none of the choices; the task then stays open */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        String text = text(field);
        for (E choice : type.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        throw new BadUserRequestException(field + " must be one of " + List.of(type.getEnumConstants()));
    }

    /** Nothing a person typed stays in the engine. */
    public void clear() {
        FIELDS.forEach(field -> {
            task.removeVariable(field);
            task.getExecution().removeVariable(field);
        });
    }
}
