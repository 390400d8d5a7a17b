package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.OpportunityCost.Row;
import io.crosswise.experiment.NoteArms;
import io.crosswise.policy.Exclusions;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what each row that spoke cost: were this row alone silent, which offer would have been chosen, and by how many euros would it
 * be worth more?
 *
 * <p>A refusal is the doing of the first row that refused. Were it silent, the candidate comes back only when no other policy table
 * refuses it too, the customer's value allows its discount and no arm leaves it out; where no channel is allowed, it does only when
 * that is silent. So of two rows that refuse the same offer neither is charged, though the total counts it. Stages after the one
 * that refused did not judge the candidate and cannot be asked. A row of {@code levers.dmn} that is silent leaves the other factors
 * as they are. Candidates worth nothing, and what was never one (held already, unsuited, not scored), cost nothing.
 */
class CountOpportunityCost {
    private static final String EXPLORATION = "EXPLORATION";

    /** What spoke: a row, rule or limit. */
    private record Voice(Influence kind, String rule, Stage stage, String reason) {
        static Voice of(Reason reason) {
            return of(reason.stage() == Stage.EXPERIMENT ? Influence.EXPERIMENT : Influence.RULE, reason);
        }

        static Voice of(Influence kind, Reason reason) {
            return new Voice(kind, name(reason), reason.stage(), reason.code());
        }
    }

    private final List<Standing> standings;
    private final List<Candidate> all;
    private final Leeway leeway;
    private final Exclusions exclusions;
    private final Money mostDiscount;
    private final Money chosen;

    /**
     * @param standings of every candidate that has a value, best first; the first allowed one is chosen
     * @param mostDiscount euros a month a discount may cost, null without limit
     */
    CountOpportunityCost(List<Standing> standings, Leeway leeway, Money mostDiscount) {
        this.standings = standings.stream().filter(standing -> standing.value().isPositive()).toList();
        this.all = standings.stream().map(Standing::candidate).toList();
        this.leeway = leeway;
        this.exclusions = leeway.exclusions();
        this.mostDiscount = mostDiscount;
        this.chosen = standings.stream()
                .filter(standing -> standing.candidate().isAllowed())
                .findFirst()
                .map(Standing::value)
                .orElse(Money.ZERO);
    }

    /** @param explored whether a draw decided */
    OpportunityCost count(boolean explored) {
        Optional<Standing> best = standings.stream().max(
                Comparator.comparing(Standing::value).thenComparing(standing -> standing.candidate().offer(), Comparator.reverseOrder()));
        if (best.isEmpty() || best.get().value().compareTo(chosen) <= 0) {
            return OpportunityCost.NONE;
        }
        List<Row> rows = voices(explored).map(this::row).filter(Objects::nonNull)
                .sorted(Comparator.comparing(Row::euros).reversed().thenComparing(Row::rule))
                .toList();
        return new OpportunityCost(best.get().value().minus(chosen), best.get().candidate().offer(), rows);
    }

    private Stream<Voice> voices(boolean explored) {
        Map<String, Voice> voices = new LinkedHashMap<>();
        for (Standing standing : standings) {
            refusal(standing.candidate()).ifPresent(reason -> voices.putIfAbsent(name(reason), Voice.of(reason)));
            standing.factors().forEach(factor -> voices.put(factor.rule(), Voice.of(factor.kind(), factor.reason())));
        }
        if (explored) {
            voices.put(EXPLORATION, new Voice(Influence.EXPLORATION, EXPLORATION, Stage.ARBITRATION, EXPLORATION));
        }
        return voices.values().stream();
    }

    private Row row(Voice voice) {
        return standings.stream()
                .filter(standing -> standing.candidate().isAllowed() || comesBackWithout(voice.rule(), standing.candidate()))
                .map(standing -> voice.kind() == Influence.EXPLORATION ? standing.undrawn() : standing.without(voice.rule()))
                .filter(standing -> standing.factors().stream().noneMatch(factor -> factor.value() == 0))
                .min(Standing.BEST_FIRST)
                .filter(instead -> instead.value().compareTo(chosen) > 0)
                .map(instead -> new Row(
                        voice.kind(), voice.rule(), voice.stage(), voice.reason(), instead.candidate().offer(),
                        instead.value().minus(chosen)))
                .orElse(null);
    }

    private boolean comesBackWithout(String rule, Candidate candidate) {
        return refusal(candidate).filter(reason -> name(reason).equals(rule)).isPresent()
                && (!leeway.channels().isEmpty() || rule.equals(NoteArms.NO_CHANNEL))
                && isAffordableWithout(rule, candidate)
                && leeway.arms().leavingOut(candidate, all).stream().allMatch(rule::equals)
                && exclusions.list().stream()
                        .noneMatch(other -> !name(other.reason()).equals(rule) && other.scope().covers(candidate))
                && (!exclusions.isTooDear(candidate) || name(exclusions.maxBillIncreaseReason()).equals(rule));
    }

    private boolean isAffordableWithout(String rule, Candidate candidate) {
        return mostDiscount == null
                || name(leeway.strategy().reason()).equals(rule)
                || candidate.discount().compareTo(mostDiscount) <= 0;
    }

    private static Optional<Reason> refusal(Candidate candidate) {
        return candidate.verdict() instanceof Verdict.Rejected rejected ? Optional.of(rejected.reason()) : Optional.empty();
    }

    private static String name(Reason reason) {
        return reason.rule() == null ? reason.code() : reason.rule();
    }
}
