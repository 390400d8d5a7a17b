package io.crosswise.trigger;

import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First step of {@code new-site}: which site is new, and how large the company and its group are. */
public class ReadSites {
    /** What the event says wins; without a site in it the site opened last is the new one. */
    public TriggerFacts read(AcceptedTrigger trigger) {
        Map<String, Object> data = trigger.event().data();
        Company company = trigger.profile().company();
        List<Site> sites = company == null || company.sites() == null ? List.of() : company.sites();
        Optional<Site> site = data.get("siteId") instanceof String id
                ? sites.stream().filter(known -> known.id().equals(id)).findFirst()
                : sites.stream()
                        .max(Comparator.comparing(Site::openedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(Site::id));
        String siteId = data.get("siteId") instanceof String id ? id : site.map(Site::id).orElse(null);
        Integer employees = data.get("employees") instanceof Number number
                ? Integer.valueOf(number.intValue())
                : site.map(Site::employees).orElse(null);
        return new TriggerFacts(
                trigger.event().type(), null, null, siteId, employees, company == null ? null : sites.size(), groupSize(company));
    }

    private static Integer groupSize(Company company) {
        if (company == null) {
            return null;
        }
        int subsidiaries = company.subsidiaries() == null ? 0 : company.subsidiaries().size();
        return 1 + subsidiaries + (company.parent() == null ? 0 : 1);
    }
}
