package io.crosswise.demo.year;

import io.crosswise.demo.truth.CustomerTruth;
import io.crosswise.demo.truth.YearTruth;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Whether a customer leaves, or gives a service up, in the month that ends today. */
final class Fate {
    private static final double MONTH = 365.25 / 12;
    private static final Set<ServiceCategory> ACCESS = EnumSet.of(ServiceCategory.MOBILE, ServiceCategory.HBB);

    private final World world;

    Fate(World world) {
        this.world = world;
    }

    void endMonth(Life life) {
        LocalDate until = world.date();
        LocalDate after = until.minusMonths(1);
        CustomerTruth mind = world.mind(life.profile());
        String month = life.id() + "@" + until;
        double leaves = YearTruth.within(MONTH, leaves(life, mind), mind.paceOfLeaving(after, until));
        if (world.truth.happens("leave", month, leaves)) {
            world.leave(life);
            return;
        }
        Set<ServiceCategory> held = EnumSet.allOf(ServiceCategory.class);
        held.retainAll(life.profile().heldCategories());
        for (ServiceCategory category : Set.copyOf(held).stream().sorted().toList()) {
            boolean free = !ACCESS.contains(category) || held.containsAll(ACCESS);
            double drops = YearTruth.within(MONTH, mind.drop(category), mind.paceOfDropping(category, after, until));
            if (free && world.truth.happens("drop", month + "|" + category, drops)) {
                held.remove(category);
                world.change(
                        life,
                        Profiles.holding(
                                life.profile(),
                                life.profile().holdings().stream()
                                        .filter(holding -> holding.category() != category)
                                        .toList()));
            }
        }
    }

    /** P(leaves within 12 months), by what is held now and what was held when the year began. */
    Probability leaves(Life life, CustomerTruth mind) {
        CustomerTruth before = world.mind(Profiles.holding(life.profile(), life.first.holdings()));
        return world.truth.leaves(mind.churn(), before.churn(), life.complaints12m(world.today()));
    }
}
