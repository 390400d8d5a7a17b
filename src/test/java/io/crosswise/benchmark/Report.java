package io.crosswise.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The result as Markdown, ready for the README. */
final class Report {
    private final Map<Contender, Result> results;
    private final String machine;

    Report(Map<Contender, Result> results, String machine) {
        this.results = results;
        this.machine = machine;
    }

    String markdown() {
        Result stock = results.get(Contender.STOCK);
        Result floor = results.get(Contender.FLOOR);
        return String.join(
                "\n",
                line("", Contender::title),
                line("---", contender -> "---:"),
                figure("decisions/s", "%,.0f", Result::perSecond),
                figure("ratio to stock", "%.1f ×", result -> result.perSecond() / stock.perSecond()),
                figure("share of plain JDBC", "%.0f %%", result -> 100 * result.perSecond() / floor.perSecond()),
                figure("p50 ms", "%.1f", result -> result.median(round -> round.timing().p50Ms())),
                figure("p99 ms", "%.1f", result -> result.median(round -> round.timing().p99Ms())),
                figure("CPU ms, application", "%.2f", result -> result.median(Measured::applicationCpuMs)),
                figure("CPU ms, PostgreSQL", "%.2f", result -> result.median(Measured::databaseCpuMs)),
                figure("rows written", "%.1f", result -> result.median(Measured::rows)),
                figure("SQL statements", "%.1f", result -> result.statements().statements()),
                figure("round trips for them", "%.1f", result -> result.statements().roundTrips()),
                figure("commits", "%.2f", result -> result.median(Measured::commits)),
                figure("WAL bytes", "%,.0f", result -> result.median(Measured::walBytes)),
                line("over HTTP: decisions/s", contender -> http(contender, "%,.0f", Timing::perSecond)),
                line("over HTTP: p50 ms", contender -> http(contender, "%.1f", Timing::p50Ms)),
                line("over HTTP: p99 ms", contender -> http(contender, "%.1f", Timing::p99Ms)),
                "",
                "Per decision, median of %d rounds of %,d triggers by %d workers; %.0f %% of them end in an offer. %s"
                        .formatted(
                                stock.rounds().size(),
                                stock.rounds().get(0).timing().decisions(),
                                Passes.WORKERS,
                                100 * Digests.shareOfOffers(stock.digests()),
                                machine),
                "",
                stages(),
                "");
    }

    /** Every statement with how often a decision runs it. */
    String statements() {
        return results.entrySet().stream()
                .map(entry -> "## " + entry.getKey().title() + "\n\n" + statements(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String statements(Result result) {
        return result.statements().byText().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> String.format(Locale.ROOT, "- %.2f × `%s`%n", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
    }

    private String stages() {
        Map<String, Double> stock = results.get(Contender.STOCK).stageMs();
        Map<String, Double> tuned = results.get(Contender.TUNED).stageMs();
        Set<String> activities = new TreeSet<>(stock.keySet());
        activities.addAll(tuned.keySet());
        return "| stage, ms | stock engine | tuned engine |\n|---|---:|---:|\n"
                + activities.stream()
                        .map(activity -> String.format(
                                Locale.ROOT,
                                "| %s | %.3f | %.3f |",
                                activity,
                                stock.getOrDefault(activity, 0.0),
                                tuned.getOrDefault(activity, 0.0)))
                        .collect(Collectors.joining("\n"));
    }

    private String http(Contender contender, String format, Function<Timing, Double> figure) {
        Timing http = results.get(contender).http();
        return http == null ? "" : String.format(Locale.ROOT, format, figure.apply(http));
    }

    private String figure(String label, String format, Function<Result, Double> figure) {
        return line(label, contender -> String.format(Locale.ROOT, format, figure.apply(results.get(contender))));
    }

    private String line(String label, Function<Contender, String> cell) {
        return "| " + label + " | " + results.keySet().stream().map(cell).collect(Collectors.joining(" | ")) + " |";
    }
}
