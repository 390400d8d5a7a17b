package io.crosswise.demo.truth;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.StableHash;
import java.util.Arrays;

/** What is drawn once for a customer and a category and no profile ever tells. */
final class HiddenDraws {
    private final String salt;
    private final CustomerId customer;
    private final double[] dispositions = unknown();
    private final double[] tastes = unknown();

    HiddenDraws(String salt, CustomerId customer) {
        this.salt = salt;
        this.customer = customer;
    }

    /** Uniform in [0,1). */
    double disposition(ServiceCategory category) {
        if (Double.isNaN(dispositions[category.ordinal()])) {
            dispositions[category.ordinal()] = uniform("disposition", category);
        }
        return dispositions[category.ordinal()];
    }

    /** Standard normal by Box and Muller (1958). */
    double taste(ServiceCategory category) {
        if (Double.isNaN(tastes[category.ordinal()])) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform("taste-radius", category)));
            tastes[category.ordinal()] = radius * StrictMath.cos(2 * Math.PI * uniform("taste-angle", category));
        }
        return tastes[category.ordinal()];
    }

    private double uniform(String what, ServiceCategory category) {
        return StableHash.uniform(salt + "-" + what, customer + "|" + category);
    }

    private static double[] unknown() {
        double[] values = new double[ServiceCategory.values().length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
