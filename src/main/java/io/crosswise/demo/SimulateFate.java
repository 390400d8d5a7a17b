package io.crosswise.demo;

import io.crosswise.demo.truth.CustomerTruth;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Decides at the beginning of a quarter what happens to a customer in its three months, and when. */
final class SimulateFate {
    private static final int QUARTER = 3;
    private static final Set<ServiceCategory> ACCESS = EnumSet.of(ServiceCategory.MOBILE, ServiceCategory.HBB);

    private final GroundTruth truth;
    private final LocalDate anchor;

    SimulateFate(GroundTruth truth, LocalDate anchor) {
        this.truth = truth;
        this.anchor = anchor;
    }

    /** Paying is told from a quarter before the history begins, so that its first day knows who is behind. */
    static boolean decidesAt(int month) {
        return month > 0 && month <= Campaign.HISTORY_MONTHS + QUARTER && month % QUARTER == 0;
    }

    /** @param candidate distinguishes who came under this id before */
    void decide(SimulatedCustomer customer, String candidate, int month, CustomerTruth mind) {
        String occasion = candidate + "@" + month;
        if (truth.happens("arrears", occasion, mind.arrears())) {
            customer.payLate(month);
        }
        if (month <= Campaign.HISTORY_MONTHS) {
            int leaves = truth.monthOf("leave", occasion, mind.churn(), pace(month, mind::paceOfLeaving));
            if (leaves > 0) {
                customer.leave(month - leaves);
            }
            int refers = truth.monthOf("refer", occasion, mind.referral(), 1, 1, 1);
            if (refers > 0) {
                customer.refer(month - refers);
            }
            drop(customer, occasion, month, mind);
        }
    }

    /** Mobile or broadband goes only when the other stays. */
    private void drop(SimulatedCustomer customer, String occasion, int month, CustomerTruth mind) {
        Set<ServiceCategory> held = EnumSet.noneOf(ServiceCategory.class);
        customer.heldAt(month).forEach(spell -> held.add(spell.offer().category()));
        for (ServiceCategory category : Set.copyOf(held).stream().sorted().toList()) {
            boolean free = !ACCESS.contains(category) || held.containsAll(ACCESS);
            int drops = free
                    ? truth.monthOf(
                            "drop",
                            occasion + "|" + category,
                            mind.drop(category),
                            pace(month, (after, until) -> mind.paceOfDropping(category, after, until)))
                    : 0;
            if (drops > 0) {
                held.remove(category);
                customer.drop(category, month, month - drops);
            }
        }
    }

    private interface Pace {
        double between(LocalDate after, LocalDate until);
    }

    private double[] pace(int month, Pace pace) {
        double[] months = new double[QUARTER];
        for (int i = 0; i < QUARTER; i++) {
            months[i] = pace.between(anchor.minusMonths(month - i), anchor.minusMonths(month - i - 1L));
        }
        return months;
    }
}
