package io.crosswise.demo.year;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.demo.truth.YearTruth;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws what happens to customers: Poisson processes by market and type, the same for every policy. */
final class DrawOccasions {
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final int FIRST_SECOND = 8 * 3600;
    private static final int SECONDS = 10 * 3600;

    private DrawOccasions() {}

    /** By day, each day in the order of time. @param days from now on */
    static Map<Integer, List<Occasion>> of(List<CustomerProfile> customers, YearTruth truth, int days) {
        Map<Integer, List<Occasion>> byDay = new TreeMap<>();
        for (CustomerProfile customer : customers) {
            truth.parameters().occasions().get(customer.market()).forEach((type, perYear) -> {
                double meanDays = DAYS_OF_A_YEAR / perYear;
                double at = 0;
                for (int number = 1; ; number++) {
                    String id = customer.id() + "-" + type + "-" + number;
                    at += -meanDays * StrictMath.log(1 - truth.draw("occasion", id));
                    if (at >= days) {
                        break;
                    }
                    LocalTime time = LocalTime.ofSecondOfDay(FIRST_SECOND + (int) (SECONDS * truth.draw("time", id)));
                    byDay.computeIfAbsent((int) at, day -> new ArrayList<>())
                            .add(new Occasion(id, customer.id(), type, (int) at, time));
                }
            });
        }
        byDay.values().forEach(day -> day.sort(Comparator.comparing(Occasion::time).thenComparing(Occasion::id)));
        return byDay;
    }
}
