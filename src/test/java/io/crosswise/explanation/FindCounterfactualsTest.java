package io.crosswise.explanation;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.RunDecision;
import io.crosswise.explanation.FindCounterfactuals.Counterfactual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FindCounterfactualsTest {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final DecisionInput INPUT =
            anInput().about(aCustomer().with(new Engagement(30, 9, 5, null, null)).build()).build();

    private final List<DecisionInput> runs = new ArrayList<>();

    @Test
    void theChangeToldIsTheSmallestOneThatWasRunAndLetTheOfferThrough() {
        for (int most = 0; most < 5; most++) {
            runs.clear();
            int limit = most;
            Counterfactual found = find(input -> complaints(input) <= limit).get("O-TV");

            assertThat(found).isEqualTo(new Counterfactual("complaints", List.of(5 - limit), true));
            assertThat(runs).extracting(FindCounterfactualsTest::complaints).contains(limit);
            if (limit < 4) {
                assertThat(runs).as("one complaint more was tried").extracting(FindCounterfactualsTest::complaints).contains(limit + 1);
            }
        }
    }

    @Test
    void timeIsToldInTheFewestDaysTried() {
        Predicate<DecisionInput> inAMonth = input -> !input.decidedAt().isBefore(DECIDED_AT.plus(Duration.ofDays(20)));

        assertThat(find(inAMonth).get("O-TV")).isEqualTo(new Counterfactual("days", List.of(21), true));
    }

    @Test
    void whatALargerStepRefusesAgainIsNeverToldUnverified() {
        Map<String, Counterfactual> found = find(input -> complaints(input) % 2 == 0);

        assertThat(found.get("O-TV").verified()).isTrue();
        int told = 5 - (int) found.get("O-TV").values().get(0);
        assertThat(told % 2).as("complaints left").isZero();
    }

    @Test
    void whatNoSingleChangeLetsThroughIsNotTold() {
        assertThat(find(input -> false)).isEmpty();
    }

    @Test
    void whatWasAllowedNeedsNoChange() {
        Decision allowed = decision(CandidateVerdict.OUTRANKED);

        assertThat(new FindCounterfactuals((input, versions) -> allowed, JSON).find(allowed, INPUT)).isEmpty();
    }

    private Map<String, Counterfactual> find(Predicate<DecisionInput> allows) {
        RunDecision run = (input, versions) -> {
            runs.add(input);
            return decision(allows.test(input) ? CandidateVerdict.OUTRANKED : CandidateVerdict.REJECTED);
        };
        return new FindCounterfactuals(run, JSON).find(decision(CandidateVerdict.REJECTED), INPUT);
    }

    private static int complaints(DecisionInput input) {
        return input.profile().engagement().complaints90d();
    }

    private static Decision decision(CandidateVerdict verdict) {
        return aDecision().withoutOffer().considering(candidate("O-TV", verdict, "COMPLAINTS", "SUITABILITY")).build();
    }

    static CandidateResult candidate(String offer, CandidateVerdict verdict, String reason, String stage) {
        return new CandidateResult(offer, verdict, stage, reason, null, null, null, null, null, null, null, List.of());
    }
}
