package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.ACCEPTED_TRIGGER;
import static io.crosswise.process.ProcessVariables.TRIGGER;

import io.crosswise.trigger.ReadSites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** First step of the trigger's process: which site is new and how large company and group are. */
@Component
class ReadSitesDelegate implements JavaDelegate {
    private final ReadSites readSites;

    ReadSitesDelegate(ReadSites readSites) {
        this.readSites = readSites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TRIGGER.set(execution, readSites.read(ACCEPTED_TRIGGER.get(execution)));
    }
}
