package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogues;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ScoreCustomer;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.shared.ServiceCategory;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the models in use about the customer. */
@Component
class ScoreCustomerDelegate implements JavaDelegate {
    private final ScoreCustomer scoreCustomer;
    private final ScoringModels models;
    private final Catalogues catalogues;

    ScoreCustomerDelegate(ScoreCustomer scoreCustomer, ScoringModels models, Catalogues catalogues) {
        this.scoreCustomer = scoreCustomer;
        this.models = models;
        this.catalogues = catalogues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        ModelSet inUse = models.inUse().forCustomer(input.profile().id());
        CustomerScores scores = scoreCustomer.score(inUse, input.profile(), onSale(input), input.features());
        SCORES.set(execution, scores);
        TRAIL.get(execution).scoredBy(scores.scores().stream()
                .map(score -> inUse.model(score.model()))
                .map(model -> new Fingerprint(model.name(), model.version(), model.sha256()))
                .toList());
        CUSTOMER.set(
                execution,
                CustomerFacts.of(
                        input.profile(), scores, SEGMENT.get(execution), SOCIOSTYLE.get(execution), input.decidedOn()));
    }

    private Set<ServiceCategory> onSale(DecisionInput input) {
        return catalogues.version(input.catalogueVersion()).offers().stream()
                .filter(offer -> offer.market() == input.profile().market())
                .map(Offer::category)
                .collect(Collectors.toSet());
    }
}
