package io.crosswise.demo.truth;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** What sways a simulated customer, each in [0,1]; 0 also when the profile does not tell. */
public enum Driver {
    /** 1 up to the age of 35, falling to 0 at 50. */
    YOUNG(person(it -> (50 - it.age()) / 15.0)),
    /** 1 from the age of 65, falling to 0 at 50. */
    SENIOR(person(it -> (it.age() - 50) / 15.0)),
    /** 1 from four people in the household, 0 for one. */
    FAMILY(person(it -> (it.householdSize() - 1) / 3.0)),
    EXPERIENCED(person(it -> it.expertise() == DigitalExpertise.EXPERIENCED ? 1 : 0)),
    HAPPY((it, asOf) -> nps(it) / 100),
    /** A bad score, or half a point per complaint of the last 90 days. */
    UNHAPPY((it, asOf) -> -nps(it) / 100
            + (it.engagement() == null ? 0 : 0.5 * zero(it.engagement().complaints90d()))),
    /** Contacts of the last 90 days, 1 from four. */
    ENGAGED((it, asOf) -> it.engagement() == null ? 0 : zero(it.engagement().interactions90d()) / 4),
    /** 1 after five years. */
    LOYAL((it, asOf) -> zero(it.tenureMonths(asOf)) / 60),
    /** Member of the reward programme. */
    REWARDED((it, asOf) -> it.engagement() == null
                    || it.engagement().rewardTier() == null
                    || it.engagement().rewardTier().equals("NONE")
            ? 0
            : 1),
    /** 1 on the first day, 0 after a year. */
    NEWCOMER((it, asOf) -> it.customerSince() == null ? 0 : 1 - zero(it.tenureMonths(asOf)) / 12),
    DATA_HUNGRY((it, asOf) -> it.usage() == null ? 0 : zero(it.usage().dataSaturation())),
    /** 1 from five per cent more data a month. */
    DATA_GROWING((it, asOf) -> it.usage() == null ? 0 : zero(it.usage().dataTrend()) / 0.05),
    /** 1 from five per cent less data a month. */
    USING_LESS((it, asOf) -> it.usage() == null ? 0 : -zero(it.usage().dataTrend()) / 0.05),
    /** 1 when none of the data allowance is used, falling to 0 at a third. */
    LITTLE_DATA((it, asOf) -> it.usage() == null || it.usage().dataSaturation() == null
            ? 0
            : 1 - 3 * it.usage().dataSaturation()),
    /** 1 when the television stays off, falling to 0 at 30 hours a month. */
    LITTLE_TV((it, asOf) -> it.usage() == null || it.usage().tvHoursPerMonth() == null
            ? 0
            : 1 - it.usage().tvHoursPerMonth() / 30),
    /** 1 from 80 hours a month. */
    TV_VIEWER((it, asOf) -> it.usage() == null ? 0 : zero(it.usage().tvHoursPerMonth()) / 80),
    /** 1 for a consumer's bill of 100 euros a month or a company's of 1,000. */
    BIG_BILL((it, asOf) -> it.billing() == null || it.billing().arpu() == null
            ? 0
            : it.billing().arpu().doubleValue() / (it.company() == null ? 100 : 1000)),
    IN_ARREARS((it, asOf) -> it.billing() != null && zero(it.billing().daysInArrears()) > 0 ? 1 : 0),
    PROMOTION_OVER((it, asOf) -> it.promotion() != null
                    && it.promotion().end() != null
                    && it.promotion().end().isBefore(asOf)
            ? 1
            : 0),
    FREE_TO_GO((it, asOf) -> it.holdings().stream()
                    .noneMatch(held -> held.commitmentEnd() != null
                            && !held.commitmentEnd().isBefore(asOf))
            ? 1
            : 0),
    FIBRE((it, asOf) -> it.network() != null && Boolean.TRUE.equals(it.network().fibreCoverage()) ? 1 : 0),
    /** 1 from four services. */
    MULTI_SERVICE((it, asOf) -> (it.holdings().size() - 1) / 3.0),
    HOLDS_MOBILE(holds(ServiceCategory.MOBILE)),
    HOLDS_HBB(holds(ServiceCategory.HBB)),
    HOLDS_TV(holds(ServiceCategory.TV)),
    /** 1 from 500 employees, 0 up to five, logarithmic. */
    LARGE_COMPANY(company(it -> StrictMath.log(it.employees() / 5.0) / StrictMath.log(100))),
    /** 1 from twenty per cent more employees in a year. */
    GROWING(company(it -> it.employeeGrowth() / 0.2)),
    /** 1 from ten per cent fewer employees in a year. */
    SHRINKING(company(it -> -it.employeeGrowth() / 0.1)),
    /** Open positions, 1 from a tenth of the employees. */
    HIRING(company(it -> it.openPositions() * 10.0 / it.employees())),
    /** 1 from five sites. */
    MANY_SITES(company(it -> (it.sites().size() - 1) / 4.0)),
    UNCONNECTED_SITE(
            company(it -> it.sites().stream().anyMatch(site -> Boolean.FALSE.equals(site.connected())) ? 1 : 0)),
    /** Trades with vehicles, machines or meters to connect. */
    MACHINE_TRADE(sector(Set.of("agriculture", "construction", "energy", "logistics", "manufacturing"))),
    /** Trades in which bills are paid late more often. */
    FRAGILE_TRADE(sector(Set.of("construction", "hospitality", "retail"))),
    OFFICE_TRADE(sector(Set.of("education", "finance", "professional_services", "technology"))),
    REGULATED_TRADE(sector(Set.of("finance", "healthcare", "public_sector")));

    private final ToDoubleBiFunction<CustomerProfile, LocalDate> strength;

    Driver(ToDoubleBiFunction<CustomerProfile, LocalDate> strength) {
        this.strength = strength;
    }

    double strength(CustomerProfile profile, LocalDate asOf) {
        return Math.max(0, Math.min(1, strength.applyAsDouble(profile, asOf)));
    }

    private static ToDoubleBiFunction<CustomerProfile, LocalDate> person(ToDoubleFunction<Person> strength) {
        return (profile, asOf) -> profile.person() == null ? 0 : strength.applyAsDouble(profile.person());
    }

    private static ToDoubleBiFunction<CustomerProfile, LocalDate> company(ToDoubleFunction<Company> strength) {
        return (profile, asOf) -> profile.company() == null ? 0 : strength.applyAsDouble(profile.company());
    }

    private static ToDoubleBiFunction<CustomerProfile, LocalDate> sector(Set<String> sectors) {
        return company(it -> sectors.contains(it.sector()) ? 1 : 0);
    }

    private static ToDoubleBiFunction<CustomerProfile, LocalDate> holds(ServiceCategory category) {
        return (profile, asOf) -> profile.holdings().stream().anyMatch(held -> held.category() == category) ? 1 : 0;
    }

    private static double nps(CustomerProfile profile) {
        return profile.engagement() == null ? 0 : zero(profile.engagement().nps());
    }

    private static double zero(Number value) {
        return value == null ? 0 : value.doubleValue();
    }
}
