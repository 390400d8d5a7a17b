package io.crosswise.candidate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Verdict;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * One offer or bundle on its way through the stages; each stage answers a changed copy.
 *
 * @param offer code of the offer or bundle
 * @param services codes of the services it would add
 * @param categories of those services
 * @param monthlyPrice euros per month before discount
 * @param monthlyMargin euros per month before discount
 * @param discount euros per month
 * @param maxDiscount largest discount a person may grant, euros per month
 * @param needsFibre whether one of the services needs fibre at the address
 * @param cannibalisedMargin euros per month lost on services held; its reasons are in {@code notes}
 * @param notes what rules said about a candidate they let pass
 * @param value what offering it is expected to earn over the horizon; null before arbitration
 */
public record Candidate(
        String offer,
        String name,
        Kind kind,
        List<String> services,
        Set<ServiceCategory> categories,
        Money monthlyPrice,
        Money monthlyMargin,
        Money discount,
        Money maxDiscount,
        int contractMonths,
        int trialDays,
        boolean needsFibre,
        Probability ifOffered,
        Probability ifNotOffered,
        Money cannibalisedMargin,
        List<Reason> notes,
        Verdict verdict,
        NetValue value)
        implements Serializable {

    public enum Kind {
        CROSS_SELL,
        UPSELL,
        BUNDLE,
        RETENTION
    }

    @JsonIgnore
    public boolean isAllowed() {
        return verdict.isAllowed();
    }

    /** How likely it is bought, with and without being offered. */
    @JsonIgnore
    public Propensity chance() {
        return new Propensity(ifOffered, ifNotOffered);
    }

    /** The first refusal stands; a later one is not recorded. */
    public Candidate rejected(Reason reason) {
        return isAllowed() ? with(discount, cannibalisedMargin, notes, Verdict.rejected(reason), value) : this;
    }

    public Candidate withDiscount(Money changed) {
        return with(changed, cannibalisedMargin, notes, verdict, value);
    }

    /** Adds margin lost on services held, euros per month, and the rule that says so. */
    public Candidate cannibalising(Money monthly, Reason note) {
        return with(discount, cannibalisedMargin.plus(monthly), plus(note), verdict, value);
    }

    public Candidate noted(Reason note) {
        return with(discount, cannibalisedMargin, plus(note), verdict, value);
    }

    /** A person may grant at most the given euros per month. */
    public Candidate grantingAtMost(Money monthly) {
        return monthly.compareTo(maxDiscount) >= 0
                ? this
                : new Candidate(
                        offer, name, kind, services, categories, monthlyPrice, monthlyMargin, discount, monthly, contractMonths,
                        trialDays, needsFibre, ifOffered, ifNotOffered, cannibalisedMargin, notes, verdict, value);
    }

    /** The same offer, were it accepted with another probability. */
    public Candidate withChance(Probability accepted) {
        return new Candidate(
                offer, name, kind, services, categories, monthlyPrice, monthlyMargin, discount, maxDiscount, contractMonths,
                trialDays, needsFibre, accepted, ifNotOffered, cannibalisedMargin, notes, verdict, value);
    }

    public Candidate valued(NetValue net) {
        return with(discount, cannibalisedMargin, notes, verdict, net);
    }

    /** Euros over the horizon; null before arbitration. */
    @JsonIgnore
    public Money expectedValue() {
        return value == null ? null : value.total();
    }

    /** Euros per month the customer's bill would grow by. */
    @JsonIgnore
    public Money netMonthlyPrice() {
        return monthlyPrice.minus(discount);
    }

    private List<Reason> plus(Reason note) {
        return java.util.stream.Stream.concat(notes.stream(), java.util.stream.Stream.of(note)).toList();
    }

    private Candidate with(Money discount, Money cannibalisedMargin, List<Reason> notes, Verdict verdict, NetValue value) {
        return new Candidate(
                offer, name, kind, services, categories, monthlyPrice, monthlyMargin, discount, maxDiscount, contractMonths,
                trialDays, needsFibre, ifOffered, ifNotOffered, cannibalisedMargin, notes, verdict, value);
    }
}
