package io.crosswise.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets a refusal by a task listener reach the person as what it is. The engine wraps it, and engine REST would answer 500; a form
 * that does not validate is the one failure of a task it answers with 400.
 */
final class RefusedSubmissions extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            BadUserRequestException refusal = refusal(e.getCause());
            throw refusal == null ? e : new FormFieldValidationException(refusal.getMessage(), refusal.getMessage(), refusal);
        }
    }

    private static BadUserRequestException refusal(Throwable cause) {
        return cause == null || cause instanceof BadUserRequestException
                ? (BadUserRequestException) cause
                : refusal(cause.getCause());
    }
}
