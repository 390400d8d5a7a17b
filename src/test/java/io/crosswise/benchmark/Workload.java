package io.crosswise.benchmark;

import io.crosswise.shared.CustomerId;
import io.crosswise.trigger.TriggerEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One trigger per customer of the demo market, consumers and companies mixed in an order that is the same on every database; parts
 * of it serve the passes of the benchmark.
 */
final class Workload {
    static final int ROUNDS = 3;
    private static final int WARM_UP = 700;
    private static final int WARM_UP_PASSES = 4;
    private static final int ROUND = 1_200;
    private static final int COUNTED = 200;
    private static final int HTTP_WARM_UP = 100;

    private record Target(String id, String market) {}

    private final List<Target> targets;

    Workload(JdbcClient jdbc) {
        targets = jdbc.sql("SELECT id, market FROM customer.customer WHERE status = 'ACTIVE' ORDER BY md5(id)")
                .query((row, n) -> new Target(row.getString(1), row.getString(2)))
                .list();
        if (targets.size() <= http(0)) {
            throw new IllegalStateException("The market is too small: " + targets.size() + " customers");
        }
    }

    /** The same customers several times: what they decide is taken back. */
    List<TriggerEvent> warmUp() {
        return IntStream.range(0, WARM_UP_PASSES)
                .boxed()
                .flatMap(pass -> slice("warm-up-" + pass, 0, WARM_UP).stream())
                .toList();
    }

    /** @param number from 0 to {@value #ROUNDS} - 1 */
    List<TriggerEvent> round(int number) {
        return slice("round", WARM_UP + number * ROUND, WARM_UP + (number + 1) * ROUND);
    }

    List<TriggerEvent> counted() {
        return slice("counted", counted(0), counted(COUNTED));
    }

    List<TriggerEvent> httpWarmUp() {
        return slice("http-warm-up", http(0), http(HTTP_WARM_UP));
    }

    List<TriggerEvent> http() {
        return slice("http", http(HTTP_WARM_UP), targets.size());
    }

    private static int counted(int offset) {
        return WARM_UP + ROUNDS * ROUND + offset;
    }

    private static int http(int offset) {
        return counted(COUNTED) + offset;
    }

    private List<TriggerEvent> slice(String pass, int from, int to) {
        return targets.subList(from, to).stream().map(target -> event(pass, target)).toList();
    }

    private static TriggerEvent event(String pass, Target target) {
        return new TriggerEvent(
                "/benchmark/" + pass,
                target.id(),
                target.market().equals("EBU") ? "new-site" : "promotion-end",
                new CustomerId(target.id()),
                null,
                Map.of());
    }
}
