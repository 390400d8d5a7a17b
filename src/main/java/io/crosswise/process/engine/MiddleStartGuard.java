package io.crosswise.process.engine;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** A process begins at its beginning: who starts it in the middle would pass by the trigger door and the approval. */
final class MiddleStartGuard extends CommandInterceptor {
    private final BooleanSupplier calledFromOutside;

    /** @param calledFromOutside whether somebody logged in is behind the current call */
    MiddleStartGuard(BooleanSupplier calledFromOutside) {
        this.calledFromOutside = calledFromOutside;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd && calledFromOutside.getAsBoolean()) {
            throw new BadUserRequestException("A process cannot be started in its middle; leave out startInstructions.");
        }
        return next.execute(command);
    }
}
