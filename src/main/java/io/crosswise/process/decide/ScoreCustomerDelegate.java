package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogue;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.ScoreCustomer;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the models in use about the customer. */
@Component
class ScoreCustomerDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        Judges judges = JUDGES.get(execution);
        CustomerScores scores = new ScoreCustomer(input.lifetimeValue()).score(
                judges.models(), input.profile(), onSale(judges.catalogue(), input.profile().market()), input.features());
        SCORES.set(execution, scores);
        TRAIL.get(execution).scoredBy(scores.scores().stream()
                .map(score -> judges.models().model(score.model()))
                .map(model -> new Fingerprint(model.name(), model.version(), model.sha256()))
                .toList());
        CUSTOMER.set(
                execution,
                CustomerFacts.of(
                        input.profile(), scores, SEGMENT.get(execution), SOCIOSTYLE.get(execution), input.decidedOn()));
    }

    private static Set<ServiceCategory> onSale(Catalogue catalogue, Market market) {
        return catalogue.offers().stream()
                .filter(offer -> offer.market() == market)
                .map(Offer::category)
                .collect(Collectors.toSet());
    }
}
