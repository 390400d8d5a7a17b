package io.crosswise.demo;

import io.crosswise.shared.Market;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a bill stood among the bills of the same market at the turn of a month; safe for concurrent use. */
final class ArpuRanks {
    private final List<SimulatedCustomer> customers;
    private final Map<Market, double[][]> sorted = new EnumMap<>(Market.class);

    ArpuRanks(List<SimulatedCustomer> customers) {
        this.customers = customers;
        for (Market market : Market.values()) {
            sorted.put(market, new double[Campaign.HISTORY_MONTHS + 1][]);
        }
    }

    /** Share of the other customers of the market with a lower bill, [0,1], to six decimals as a feature run would find it. */
    double percentile(Market market, int month, double arpu) {
        double[][] byMonth = sorted.get(market);
        if (byMonth[month] == null) {
            // Two threads that miss it at once find the same.
            byMonth[month] = bills(market, month);
        }
        double[] bills = byMonth[month];
        int position = Arrays.binarySearch(bills, arpu);
        int lower = position < 0 ? -position - 1 : position;
        while (lower > 0 && bills[lower - 1] == arpu) {
            lower--;
        }
        return Math.rint(1e6 * lower / Math.max(1, bills.length - 1)) / 1e6;
    }

    private double[] bills(Market market, int month) {
        return customers.stream()
                .filter(customer -> customer.market() == market && customer.presentAt(month))
                .mapToDouble(customer -> customer.use().arpuAt(month).doubleValue())
                .sorted()
                .toArray();
    }
}
