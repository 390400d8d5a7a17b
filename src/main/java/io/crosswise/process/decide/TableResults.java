package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.channel.RouteChannel.When;
import io.crosswise.candidate.Candidate;
import io.crosswise.channel.Offered;
import io.crosswise.channel.RouteChannel;
import io.crosswise.decision.DecisionInput;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.ApplyExclusions;
import io.crosswise.policy.ApprovalTable;
import io.crosswise.policy.ChannelPreferencesTable;
import io.crosswise.policy.ContactPolicyTable;
import io.crosswise.policy.ExclusionTable;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.JudgeContacts.Judged;
import io.crosswise.policy.JudgeContacts;
import io.crosswise.policy.LeverTable;
import io.crosswise.policy.SegmentationTable;
import io.crosswise.policy.SociostyleTable;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.StrategyTable;
import io.crosswise.policy.SubstitutionTable;
import io.crosswise.policy.TableRow;
import io.crosswise.process.engine.MatchedRows;
import io.crosswise.shared.Stage;
import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One listener per decision table: what becomes of its rows. */
@Configuration(proxyBeanMethods = false)
class TableResults {
    private final MatchedRows matchedRows;

    TableResults(MatchedRows matchedRows) {
        this.matchedRows = matchedRows;
    }

    @Bean
    ExecutionListener segmentationResult() {
        return table((execution, rows) -> SEGMENT.set(execution, SegmentationTable.read(rows)));
    }

    @Bean
    ExecutionListener sociostyleResult() {
        return table((execution, rows) -> SOCIOSTYLE.set(execution, SociostyleTable.read(rows)));
    }

    @Bean
    ExecutionListener strategyResult() {
        return table((execution, rows) -> {
            Strategy strategy = StrategyTable.read(rows);
            STRATEGY.set(execution, strategy);
            SELL.set(execution, strategy.sells() && INPUT.get(execution).openOffers().isEmpty());
        });
    }

    @Bean
    ExecutionListener eligibilityResult(ApplyExclusions applyExclusions) {
        return policy(applyExclusions, Stage.ELIGIBILITY);
    }

    @Bean
    ExecutionListener applicabilityResult(ApplyExclusions applyExclusions) {
        return policy(applyExclusions, Stage.APPLICABILITY);
    }

    @Bean
    ExecutionListener suitabilityResult(ApplyExclusions applyExclusions) {
        return policy(applyExclusions, Stage.SUITABILITY);
    }

    @Bean
    ExecutionListener contactPolicyResult(JudgeContacts judgeContacts) {
        return table((execution, rows) -> {
            DecisionInput input = INPUT.get(execution);
            Judged judged = judgeContacts.judge(
                    ContactPolicyTable.read(rows),
                    CANDIDATES.get(execution).list(),
                    input.contacts(),
                    CUSTOMER.get(execution),
                    input.decidedAt(),
                    input.contactTimes().zone());
            PERMISSIONS.set(execution, judged.permissions());
            EXCLUSIONS.set(execution, EXCLUSIONS.get(execution).and(judged.exclusions()));
            CANDIDATES.set(execution, new Candidates(judged.candidates()));
        });
    }

    @Bean
    ExecutionListener substitutionResult() {
        return table((execution, rows) -> SUBSTITUTION.set(execution, SubstitutionTable.read(rows)));
    }

    @Bean
    ExecutionListener leversResult() {
        return table((execution, rows) -> LEVERS.set(execution, LeverTable.read(rows)));
    }

    @Bean
    ExecutionListener channelAssignmentResult(RouteChannel routeChannel) {
        return table((execution, rows) -> {
            DecisionInput input = INPUT.get(execution);
            Candidate winner = CANDIDATES.get(execution).winner().orElseThrow();
            CHANNEL_ASSIGNMENT.set(
                    execution,
                    routeChannel.route(
                            ApplyArms.of(input.arms(), SEGMENT.get(execution)).toChannels(ChannelPreferencesTable.read(rows)),
                            SCORES.get(execution).responses(),
                            PERMISSIONS.get(execution),
                            new Offered(winner.categories(), winner.value().beforeContact(), input.settings().contactCost()),
                            input.capacityLeft(),
                            new When(input.decidedAt(), input.waitsUntil(), input.contactTimes())));
        });
    }

    @Bean
    ExecutionListener approvalResult() {
        return table((execution, rows) -> APPROVAL.set(execution, ApprovalTable.read(rows)));
    }

    private ExecutionListener policy(ApplyExclusions applyExclusions, Stage stage) {
        return table((execution, rows) -> {
            Exclusions found = ExclusionTable.read(rows, stage);
            Exclusions earlier = EXCLUSIONS.get(execution);
            EXCLUSIONS.set(execution, earlier == null ? found : earlier.and(found));
            CANDIDATES.set(execution, new Candidates(applyExclusions.apply(CANDIDATES.get(execution).list(), found)));
        });
    }

    private ExecutionListener table(BiConsumer<DelegateExecution, List<TableRow>> read) {
        return new TableResult(matchedRows, read);
    }
}
