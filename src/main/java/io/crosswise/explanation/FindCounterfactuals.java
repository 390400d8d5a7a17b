package io.crosswise.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.RunDecision;
import io.crosswise.decision.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Finds for each refused offer the one change of the customer's situation that would have let it through, by deciding again with
 * the change (Wachter, Mittelstadt and Russell 2017, "Counterfactual Explanations without Opening the Black Box"). Nothing is told
 * that was not run.
 */
class FindCounterfactuals {
    private final RunDecision runDecision;
    private final ObjectMapper json;

    FindCounterfactuals(RunDecision runDecision, ObjectMapper json) {
        this.runDecision = runDecision;
        this.json = json;
    }

    /**
     * @param code names the sentence that tells it
     * @param values of the sentence
     * @param verified whether the run with exactly this change let the offer through
     */
    record Counterfactual(String code, List<Object> values, boolean verified) {}

    /** By code of the offer; a refused offer that no single change lets through is missing. */
    Map<String, Counterfactual> find(Decision decision, DecisionInput input) {
        Set<String> wanted = decision.candidates().stream()
                .filter(candidate -> candidate.verdict() == CandidateVerdict.REJECTED)
                .map(CandidateResult::offer)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Counterfactual> found = new LinkedHashMap<>();
        ObjectNode stored = json.valueToTree(input);
        for (Change change : Changes.of(input)) {
            if (wanted.isEmpty()) {
                break;
            }
            Trial trial = new Trial(change, stored, Versions.ofElseCurrent(decision));
            int last = change.steps().size() - 1;
            for (String offer : Set.copyOf(wanted)) {
                if (trial.allowed(last).contains(offer)) {
                    int least = first(last, step -> trial.allowed(step).contains(offer));
                    boolean verified = trial.allowed(least).contains(offer);
                    found.put(offer, new Counterfactual(change.code(), change.steps().get(least).values(), verified));
                    wanted.remove(offer);
                }
            }
        }
        return found;
    }

    /** The smallest step at which the test holds, which is known to hold at {@code last}. */
    private static int first(int last, IntPredicate holds) {
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    /** The runs of one change, each step at most once. */
    private final class Trial {
        private final Change change;
        private final ObjectNode stored;
        private final Versions versions;
        private final Map<Integer, Set<String>> allowed = new HashMap<>();

        Trial(Change change, ObjectNode stored, Versions versions) {
            this.change = change;
            this.stored = stored;
            this.versions = versions;
        }

        /** Codes of the offers that are not refused once the step is taken. */
        Set<String> allowed(int step) {
            return allowed.computeIfAbsent(step, this::run);
        }

        private Set<String> run(int step) {
            ObjectNode tree = stored.deepCopy();
            change.steps().get(step).alter().accept(tree);
            return runDecision.run(read(tree), versions).candidates().stream()
                    .filter(candidate -> candidate.verdict() != CandidateVerdict.REJECTED)
                    .map(CandidateResult::offer)
                    .collect(Collectors.toSet());
        }
    }

    /** Features follow what was changed, as they would have been read. */
    private DecisionInput read(ObjectNode tree) {
        try {
            CustomerProfile profile = json.treeToValue(tree.get("profile"), CustomerProfile.class);
            Instant decidedAt = json.treeToValue(tree.get("decidedAt"), Instant.class);
            LocalDate day = LocalDate.ofInstant(decidedAt, ZoneOffset.UTC);
            tree.set("features", json.valueToTree(CustomerFeatures.of(profile, day)));
            return json.treeToValue(tree, DecisionInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A changed input cannot be read", e);
        }
    }
}
