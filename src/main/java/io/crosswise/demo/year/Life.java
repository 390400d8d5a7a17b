package io.crosswise.demo.year;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One customer in one world: what the operator knows of it, and what has been done to it. */
final class Life {
    private static final int QUARTER = 90;
    private static final int YEAR = 365;
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    final CustomerProfile first;
    final Ledger ledger = new Ledger();
    final List<Integer> contactDays = new ArrayList<>();
    final List<Integer> complaintDays = new ArrayList<>();
    /** Occasion and category that an offer has answered, so that nothing comes of it unasked. */
    final Set<String> answered = new HashSet<>();
    /** Categories bought whose order is on its way. */
    final Set<ServiceCategory> ordered = EnumSet.noneOf(ServiceCategory.class);
    /** What has given way to something else. */
    final Set<ServiceCategory> givenWay = EnumSet.noneOf(ServiceCategory.class);

    private CustomerProfile profile;
    private boolean gone;
    private double marginPerMonth;
    private double lostPerMonth;

    Life(CustomerProfile profile) {
        this.first = profile;
        become(profile);
    }

    CustomerId id() {
        return first.id();
    }

    CustomerProfile profile() {
        return profile;
    }

    boolean isGone() {
        return gone;
    }

    void become(CustomerProfile changed) {
        profile = changed;
        marginPerMonth = changed.holdings().stream()
                .filter(held -> held.monthlyMargin() != null)
                .mapToDouble(held -> held.monthlyMargin().doubleValue())
                .sum();
    }

    void leave() {
        gone = true;
        become(Profiles.former(profile));
    }

    /** @param monthly margin lost for good on a service held, euros */
    void lose(double monthly) {
        lostPerMonth += monthly;
    }

    /** A day goes by. */
    void earn() {
        if (!gone) {
            ledger.margin += marginPerMonth / DAYS_OF_A_MONTH;
            ledger.cannibalised += lostPerMonth / DAYS_OF_A_MONTH;
        }
    }

    /** Euros a month, 0 for who has left. */
    double bill() {
        return gone
                ? 0
                : profile.holdings().stream()
                        .map(Holding::monthlyPrice)
                        .filter(price -> price != null)
                        .mapToDouble(price -> price.doubleValue())
                        .sum();
    }

    double marginPerMonth() {
        return marginPerMonth;
    }

    int contacts90d(int day) {
        return since(contactDays, day - QUARTER);
    }

    int complaints12m(int day) {
        return since(complaintDays, day - YEAR);
    }

    private static int since(List<Integer> days, int after) {
        return (int) days.stream().filter(it -> it > after).count();
    }
}
