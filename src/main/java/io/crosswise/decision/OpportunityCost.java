package io.crosswise.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.candidate.Candidate;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.io.Serializable;
import java.util.List;

/**
 * What a decision gave up, in euros of net value over the horizon, because rules and levers spoke. All amounts are 0 or more and
 * compare net values as the models expect them, never scores.
 *
 * @param total the best net value among candidates refused by rules and those allowed, less that of the offer chosen (0 when none was)
 * @param offer the one that would have been worth most, null when nothing was given up
 * @param rows by euros, most first; each is what that row alone cost, so that they need not add up to the total
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpportunityCost(Money total, String offer, List<Row> rows) implements Serializable {
    public static final OpportunityCost NONE = new OpportunityCost(Money.ZERO, null, List.of());

    /**
     * @param rule id of the table row or name of the rule; the reason's code where plain Java spoke
     * @param reason stable code
     * @param offer that would have been chosen had this row alone been silent
     * @param euros its net value less that of the offer chosen
     */
    public record Row(Influence kind, String rule, Stage stage, String reason, String offer, Money euros) implements Serializable {}

    /** The cost when an experiment prefers one candidate to the one that was best: no other row could have changed the choice. */
    OpportunityCost preferring(Candidate best, Candidate preferred) {
        Money lost = best.expectedValue().minus(preferred.expectedValue());
        String experiment = RankReason.note(preferred).map(Reason::rule).orElse(ApplyArms.PREFERRED);
        Row row = new Row(Influence.EXPERIMENT, experiment, Stage.EXPERIMENT, ApplyArms.PREFERRED, best.offer(), lost);
        return new OpportunityCost(
                total.plus(lost), offer == null && lost.isPositive() ? best.offer() : offer, lost.isPositive() ? List.of(row) : List.of());
    }

    /** Whether there is nothing to report. */
    @JsonIgnore
    public boolean isNothing() {
        return !total.isPositive() && rows.isEmpty();
    }
}
