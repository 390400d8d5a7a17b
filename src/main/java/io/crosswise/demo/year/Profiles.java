package io.crosswise.demo.year;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the systems of record change a profile while the year goes by; each answers a changed copy. */
final class Profiles {
    private static final double PROMOTION_SHARE = 0.25;

    private Profiles() {}

    static CustomerProfile former(CustomerProfile it) {
        return copy(it, CustomerStatus.FORMER, it.company(), it.holdings(), it.promotion(), it.engagement());
    }

    static CustomerProfile holding(CustomerProfile it, List<Holding> holdings) {
        return copy(it, it.status(), it.company(), holdings, it.promotion(), it.engagement());
    }

    static CustomerProfile complaining(CustomerProfile it, int more) {
        Engagement before = it.engagement() == null ? new Engagement(null, null, null, null, null) : it.engagement();
        int complaints = (before.complaints90d() == null ? 0 : before.complaints90d()) + more;
        Engagement after = new Engagement(
                before.nps(), before.interactions90d(), Math.max(0, complaints), before.rewardTier(), before.lastOrder());
        return copy(it, it.status(), it.company(), it.holdings(), it.promotion(), after);
    }

    /** The dearest service was a quarter cheaper until today. */
    static CustomerProfile promotionEnding(CustomerProfile it, LocalDate day) {
        return it.holdings().stream()
                .filter(held -> held.monthlyPrice() != null)
                .max(Comparator.comparing(Holding::monthlyPrice).thenComparing(Holding::service))
                .map(held -> {
                    Money during = held.monthlyPrice().times(1 - PROMOTION_SHARE);
                    Promotion ending = new Promotion("YEAR-12", held.service(), during, held.monthlyPrice(), day);
                    return copy(it, it.status(), it.company(), it.holdings(), ending, it.engagement());
                })
                .orElse(it);
    }

    /** Another site, not yet connected. */
    static CustomerProfile openingSite(CustomerProfile it, LocalDate day, boolean fibre) {
        Company before = it.company();
        if (before == null) {
            return it;
        }
        List<Site> sites = new ArrayList<>(before.sites() == null ? List.of() : before.sites());
        String city = sites.isEmpty() ? null : sites.get(0).city();
        int people = before.employees() == null ? 5 : Math.max(1, before.employees() / (2 * (sites.size() + 1)));
        sites.add(new Site("Y" + (sites.size() + 1), city, people, day, fibre, false));
        Company after = new Company(
                before.sector(),
                before.employees(),
                before.employeeGrowth(),
                before.openPositions(),
                List.copyOf(sites),
                before.parent(),
                before.subsidiaries(),
                before.decisionMakers());
        return copy(it, it.status(), after, it.holdings(), it.promotion(), it.engagement());
    }

    /** As the product knows it now, with everything the systems of record say. */
    static CustomerProfile merged(CustomerProfile record, CustomerProfile known) {
        return new CustomerProfile(
                record.id(), record.market(), record.status(), record.source(), record.customerSince(), record.person(),
                record.company(), record.holdings(), record.promotion(), record.usage(), record.billing(), record.network(),
                record.engagement(), known.consents(), known.contactability(), known.segment(), known.sociostyle(),
                known.derived());
    }

    private static CustomerProfile copy(
            CustomerProfile it,
            CustomerStatus status,
            Company company,
            List<Holding> holdings,
            Promotion promotion,
            Engagement engagement) {
        return new CustomerProfile(
                it.id(), it.market(), status, it.source(), it.customerSince(), it.person(), company, holdings, promotion,
                it.usage(), it.billing(), it.network(), engagement, it.consents(), it.contactability(), it.segment(),
                it.sociostyle(), it.derived());
    }
}
