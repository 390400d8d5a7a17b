package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.Levers;
import io.crosswise.policy.Levers.Lever;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Multiplies a candidate's worth with what context and levers say and with what a "maybe later" leaves of it. */
class WeighCandidate {
    private final Levers levers;
    private final List<Candidate> all;
    private final DecisionInput input;

    /** @param all candidates of the decision, among them those the customer put off */
    WeighCandidate(Levers levers, List<Candidate> all, DecisionInput input) {
        this.levers = levers;
        this.all = all;
        this.input = input;
    }

    /** A factor of 0 refuses an allowed candidate with the reason of whoever set it. */
    Standing weigh(Candidate candidate, Money worth) {
        List<Factor> factors = Stream.concat(
                        levers.on(candidate).stream().map(WeighCandidate::factor), later(candidate).stream())
                .toList();
        Candidate judged = factors.stream()
                .filter(factor -> factor.value() == 0)
                .findFirst()
                .map(factor -> candidate.rejected(factor.reason()))
                .orElse(candidate);
        return Standing.of(judged, worth, factors);
    }

    private static Factor factor(Lever lever) {
        Influence kind = lever.kind() == Levers.Kind.CONTEXT ? Influence.CONTEXT : Influence.LEVER;
        return new Factor(kind, lever.factor(), lever.reason());
    }

    /** The latest "maybe later" counts; none once the offer has come back in full. */
    private Optional<Factor> later(Candidate candidate) {
        return input.postponed().stream()
                .filter(postponed -> covers(postponed.offer(), candidate))
                .max(Comparator.comparing(Postponement::at))
                .map(this::later)
                .filter(factor -> factor.value() < 1);
    }

    /** Whoever puts an offer off has put off every bundle with all of its services too. */
    private boolean covers(String offer, Candidate candidate) {
        return offer.equals(candidate.offer())
                || all.stream()
                        .filter(other -> other.offer().equals(offer))
                        .anyMatch(other -> candidate.services().containsAll(other.services()));
    }

    private Factor later(Postponement postponed) {
        long days = Duration.between(postponed.at(), input.decidedAt()).toDays();
        return new Factor(
                Influence.LATER,
                input.settings().later().factor(postponed.at(), input.decidedAt()),
                new Reason(
                        "MAYBE_LATER",
                        Stage.ARBITRATION,
                        "maybeLater_" + postponed.offer(),
                        "Le client a dit « plus tard » il y a %1$d jours. || The customer said \"maybe later\" %1$d days ago."
                                .formatted(Math.max(0, days))));
    }
}
