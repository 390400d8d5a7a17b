package io.crosswise.candidate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Verdict;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
 * @param losses what it takes from services held, by code of the service; each service is charged once
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
        List<Loss> losses,
        List<Reason> notes,
        Verdict verdict,
        NetValue value)
        implements Serializable {

    private static final Comparator<Loss> LARGER_FIRST = Comparator.comparing(Loss::monthly)
            .reversed()
            .thenComparing(loss -> loss.reason().rule());

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
        return isAllowed() ? with(discount, losses, notes, Verdict.rejected(reason), value) : this;
    }

    public Candidate withDiscount(Money changed) {
        return with(changed, losses, notes, verdict, value);
    }

    /**
     * Charges what it takes from a service held. That service's margin can be lost once only: of two charges the larger stays, of two
     * equal ones that whose rule comes first by name.
     */
    public Candidate losing(Loss loss) {
        if (!loss.monthly().isPositive()) {
            return this;
        }
        Map<String, Loss> byService = new TreeMap<>();
        losses.forEach(charged -> byService.put(charged.held(), charged));
        byService.merge(loss.held(), loss, (one, other) -> LARGER_FIRST.compare(one, other) <= 0 ? one : other);
        return with(discount, List.copyOf(byService.values()), notes, verdict, value);
    }

    /** Euros per month lost on services held. */
    @JsonIgnore
    public Money cannibalisedMargin() {
        return losses.stream().map(Loss::monthly).reduce(Money.ZERO, Money::plus);
    }

    public Candidate noted(Reason note) {
        return with(discount, losses, plus(note), verdict, value);
    }

    /** A person may grant at most the given euros per month, and what was given already is cut to that. */
    public Candidate grantingAtMost(Money monthly) {
        return monthly.compareTo(maxDiscount) >= 0
                ? this
                : new Candidate(
                        offer, name, kind, services, categories, monthlyPrice, monthlyMargin,
                        discount.compareTo(monthly) > 0 ? monthly : discount, monthly, contractMonths,
                        trialDays, needsFibre, ifOffered, ifNotOffered, losses, notes, verdict, value);
    }

    /** The same offer, were it accepted with another probability. */
    public Candidate withChance(Probability accepted) {
        return new Candidate(
                offer, name, kind, services, categories, monthlyPrice, monthlyMargin, discount, maxDiscount, contractMonths,
                trialDays, needsFibre, accepted, ifNotOffered, losses, notes, verdict, value);
    }

    public Candidate valued(NetValue net) {
        return with(discount, losses, notes, verdict, net);
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

    private Candidate with(Money discount, List<Loss> losses, List<Reason> notes, Verdict verdict, NetValue value) {
        return new Candidate(
                offer, name, kind, services, categories, monthlyPrice, monthlyMargin, discount, maxDiscount, contractMonths,
                trialDays, needsFibre, ifOffered, ifNotOffered, losses, notes, verdict, value);
    }
}
