package io.crosswise.demo;

import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.shared.CustomerId;
import java.time.LocalDate;
import java.util.List;

/**
 * A simulated company at the anchor.
 *
 * @param growth share of employees gained per year
 * @param sites oldest first
 */
record CompanyTraits(
        String sector,
        int employees,
        double growth,
        int openPositions,
        List<Branch> sites,
        CustomerId parent,
        List<CustomerId> subsidiaries,
        int decisionMakers) {

    /** @param opened null when before anyone remembers */
    record Branch(String id, String city, double share, Moment opened, boolean fibre, boolean connected) {}

    /** As it was at the turn of a month; a site opened later does not exist yet. */
    Company at(int month, LocalDate anchor) {
        int then = employeesAt(month);
        List<Site> open = sites.stream()
                .filter(site -> site.opened() == null || site.opened().before(month))
                .map(site -> new Site(
                        site.id(),
                        site.city(),
                        (int) Math.max(1, Math.round(site.share() * then)),
                        site.opened() == null ? null : site.opened().on(anchor),
                        site.fibre(),
                        site.connected()))
                .toList();
        return new Company(sector, then, growth, openPositions, open, parent, subsidiaries, decisionMakers);
    }

    int employeesAt(int month) {
        return (int) Math.max(1, Math.round(employees * StrictMath.pow(1 + growth, -month / 12.0)));
    }
}
