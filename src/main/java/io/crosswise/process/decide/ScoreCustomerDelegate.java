package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogues;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ScoreCustomer;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.shared.ServiceCategory;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Scores the customer for every category on sale in the market. */
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
        Set<ServiceCategory> categories = catalogues.version(input.catalogueVersion()).offers().stream()
                .filter(offer -> offer.market() == input.profile().market())
                .map(Offer::category)
                .collect(Collectors.toSet());
        CustomerScores scores = scoreCustomer.score(categories, input.features());
        SCORES.set(execution, scores);
        Set<String> used = scores.scores().stream().map(Score::model).collect(Collectors.toSet());
        TRAIL.get(execution).scoredBy(models.all().stream()
                .filter(model -> model.state() == ModelState.CHAMPION && used.contains(model.name()))
                .map(model -> new Fingerprint(model.name(), model.version(), model.sha256()))
                .toList());
        CUSTOMER.set(
                execution,
                CustomerFacts.of(
                        input.profile(), scores, SEGMENT.get(execution), SOCIOSTYLE.get(execution), input.decidedOn()));
    }
}
