package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.policy.ContactFacts;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.process.engine.DefinitionVersions;
import io.crosswise.process.engine.DefinitionVersions.Version;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** First step of {@code decide-offer}: the only one that reads state, unless a stored input is handed in. */
@Component
class LoadProfileDelegate implements JavaDelegate {
    private final ReadDecisionInput readDecisionInput;
    private final AppointJudges appointJudges;
    private final DefinitionVersions versions;

    LoadProfileDelegate(ReadDecisionInput readDecisionInput, AppointJudges appointJudges, DefinitionVersions versions) {
        this.readDecisionInput = readDecisionInput;
        this.appointJudges = appointJudges;
        this.versions = versions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        if (input == null) {
            input = readDecisionInput.read(ACCEPTED_TRIGGER.get(execution), TRIGGER.get(execution));
            INPUT.set(execution, input);
            JUDGES.set(execution, appointJudges.inForce(input));
        }
        Version diagram = versions.process(execution.getProcessDefinitionId());
        TRAIL.get(execution).judgedBy(new Fingerprint(diagram.key(), Integer.toString(diagram.version()), diagram.sha256()));
        TRIGGER.set(execution, input.trigger());
        CONTACT.set(execution, ContactFacts.of(input.contacts(), input.decidedAt(), input.contactTimes().zone()));
        CUSTOMER.set(execution, CustomerFacts.of(input.profile(), null, null, null, input.decidedOn()));
    }
}
