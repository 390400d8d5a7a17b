package io.crosswise.process.decide;

import io.crosswise.policy.HandSetSubstitutions;
import io.crosswise.policy.SubstitutionMatrix;
import io.crosswise.policy.SubstitutionTable;
import io.crosswise.process.engine.MatchedRows;
import io.crosswise.shared.Market;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the newest {@code substitution} table what it holds for a market. */
@Component
class TabledSubstitutions implements HandSetSubstitutions {
    private final DecisionService decisions;
    private final MatchedRows matchedRows;

    TabledSubstitutions(DecisionService decisions, MatchedRows matchedRows) {
        this.decisions = decisions;
        this.matchedRows = matchedRows;
    }

    @Override
    public SubstitutionMatrix of(Market market) {
        decisions.evaluateDecisionTableByKey("substitution")
                .variables(Map.of("customer", Map.of("market", market.name())))
                .evaluate();
        return SubstitutionTable.read(matchedRows.take().rows());
    }
}
