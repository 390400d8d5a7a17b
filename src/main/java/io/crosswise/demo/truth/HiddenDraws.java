package io.crosswise.demo.truth;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.StableHash;
import java.util.Arrays;

/** What is drawn once for a customer, a group or a category and no profile ever tells. */
final class HiddenDraws {
    private final String salt;
    private final CustomerId customer;
    private final CustomerId group;
    private final double[] dispositions = unknown();
    private final double[] tastes = unknown();
    private final double[] groupTastes = unknown();
    private double payment = Double.NaN;

    /** @param group the company at the head of the customer's group, null when there is none */
    HiddenDraws(String salt, CustomerId customer, CustomerId group) {
        this.salt = salt;
        this.customer = customer;
        this.group = group;
    }

    /** Uniform in [0,1). */
    double disposition(ServiceCategory category) {
        if (Double.isNaN(dispositions[category.ordinal()])) {
            dispositions[category.ordinal()] = uniform("disposition", category);
        }
        return dispositions[category.ordinal()];
    }

    /** Standard normal. */
    double taste(ServiceCategory category) {
        if (Double.isNaN(tastes[category.ordinal()])) {
            tastes[category.ordinal()] = normal("taste", customer + "|" + category);
        }
        return tastes[category.ordinal()];
    }

    /** Standard normal, the same for all companies of a group; 0 without a group. */
    double groupTaste(ServiceCategory category) {
        if (group == null) {
            return 0;
        }
        if (Double.isNaN(groupTastes[category.ordinal()])) {
            groupTastes[category.ordinal()] = normal("group-taste", group + "|" + category);
        }
        return groupTastes[category.ordinal()];
    }

    /** Standard normal; how badly the customer pays. */
    double payment() {
        if (Double.isNaN(payment)) {
            payment = normal("payment", customer.value());
        }
        return payment;
    }

    private double uniform(String what, ServiceCategory category) {
        return StableHash.uniform(salt + "-" + what, customer + "|" + category);
    }

    /** By Box and Muller (1958). */
    private double normal(String what, String whose) {
        double radius =
                StrictMath.sqrt(-2 * StrictMath.log(1 - StableHash.uniform(salt + "-" + what + "-radius", whose)));
        return radius * StrictMath.cos(2 * Math.PI * StableHash.uniform(salt + "-" + what + "-angle", whose));
    }

    private static double[] unknown() {
        double[] values = new double[ServiceCategory.values().length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
