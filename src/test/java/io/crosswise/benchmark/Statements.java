package io.crosswise.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what passes through a data source: each row of a batch is a statement, the batch as a whole is one round trip. */
final class Statements {
    private final Map<String, Integer> byText = new TreeMap<>();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    /** @param byText executions per decision by normalised SQL */
    record PerDecision(double statements, double roundTrips, double commits, Map<String, Double> byText) {}

    DataSource counting(DataSource counted) {
        return ProxyDataSourceBuilder.create(counted)
                .afterQuery((execution, queries) -> queries.forEach(query -> count(execution, query)))
                .afterMethod(call -> {
                    if (call.getMethod().getName().equals("commit")) {
                        commits.incrementAndGet();
                    }
                })
                .build();
    }

    PerDecision per(int decisions) {
        Map<String, Double> means = new TreeMap<>();
        byText.forEach((sql, times) -> means.put(sql, times / (double) decisions));
        return new PerDecision(
                byText.values().stream().mapToInt(Integer::intValue).sum() / (double) decisions,
                roundTrips.get() / (double) decisions,
                commits.get() / (double) decisions,
                means);
    }

    private synchronized void count(ExecutionInfo execution, QueryInfo query) {
        int times = execution.isBatch() ? query.getParametersList().size() : 1;
        byText.merge(query.getQuery().replaceAll("\\s+", " ").replaceAll("\\?(, ?\\?)+", "?, ...").strip(), times, Integer::sum);
        roundTrips.incrementAndGet();
    }
}
