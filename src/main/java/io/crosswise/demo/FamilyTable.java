package io.crosswise.demo;

import io.crosswise.learning.Gate;
import io.crosswise.learning.ModelReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The trained family as a table for people, kept in {@code docs/models.md}. */
final class FamilyTable {
    private static final String BEGIN = "<!-- figures: written by TrainDemoModels -->";
    private static final String END = "<!-- end of figures -->";
    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.ofEntries(
            Map.entry("propensity", "P(buys within 30 days if offered), nothing of the category held"),
            Map.entry("upsell", "P(buys the next larger within 30 days if offered)"),
            Map.entry("baseline", "P(buys within 30 days if not offered)"),
            Map.entry("uplift", "P(buys if offered) − P(buys anyway)"),
            Map.entry("churn", "P(leaves in a quarter, still there at its start)"),
            Map.entry("service", "P(drops the category in a quarter, holds it and stays)"),
            Map.entry("margin", "euros of margin per month over the coming year"),
            Map.entry("affinity", "how well each service fits what is held"),
            Map.entry("clusters", "cluster of customers alike, similarity to the multi-service one"),
            Map.entry("expansion", "P(a company adds a service within 12 months)"),
            Map.entry("response", "P(buys within 30 days if offered through the channel, by hour)"),
            Map.entry("payment", "P(in arrears within 6 months)"),
            Map.entry("referral", "P(refers a new customer within 12 months)")));

    private FamilyTable() {}

    static String row(ModelReport report) {
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        report.model(),
                        ANSWERS.get(report.model().split("-")[0]),
                        report.method(),
                        number("%,.0f", report.metric("rows")),
                        figures(report),
                        report.promotable() ? "shipped" : "not shipped: " + failures(report));
    }

    /** @param reports of the trained models, in the order of the table; nothing is written where the page is missing */
    static void write(Path page, List<ModelReport> reports) {
        if (!Files.exists(page)) {
            return;
        }
        try {
            String text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            String rows = reports.stream().map(FamilyTable::row).collect(Collectors.joining("\n"));
            Files.writeString(
                    page,
                    text.substring(0, begin)
                            + "\n| model | answers | method | rows | on rows it had not seen | state |\n|---|---|---|---|---|---|\n"
                            + rows + "\n" + text.substring(text.indexOf(END)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String figures(ModelReport report) {
        Map<String, Object> metrics = report.metrics();
        if (metrics.containsKey("qini")) {
            return interval("Qini", "%.4f", report, "qini", "qiniLow", "qiniHigh")
                    + number("; uplift of the best 30 %% %.1f points", 100 * report.metric("upliftTop30"))
                    + number(", of all %.1f", 100 * report.metric("uplift"))
                    + number("; two models' difference: Qini %.4f", report.metric("tLearnerQini"))
                    + number(", best 30 %% %.1f", 100 * report.metric("tLearnerUpliftTop30"))
                    + optional("; out of time Qini %.4f", report.metric("outOfTimeQini"));
        }
        if (metrics.containsKey("auc")) {
            return interval("AUC", "%.3f", report, "auc", "aucLow", "aucHigh")
                    + number("; best 15 %%: %.1f ×", report.metric("liftTop15"))
                    + number(" the rate of all, %.1f %%", 100 * report.metric("baseRate"))
                    + optional("; S(t) within %.1f points", 100 * report.metric("survivalError"))
                    + optional("; AUC %.3f without the group's features", report.metric("aucWithoutGroup"));
        }
        if (metrics.containsKey("r2")) {
            return interval("R²", "%.3f", report, "r2", "r2Low", "r2High")
                    + number("; deciles within %.2f euros", report.metric("decileError"));
        }
        if (metrics.containsKey("recallAt3")) {
            return number("hidden service among the first three: %.1f %%", 100 * report.metric("recallAt3"))
                    + number(", by popularity %.1f %%", 100 * report.metric("popularityRecallAt3"))
                    + number("; NDCG@3 %.3f", report.metric("ndcgAt3"))
                    + number(" against %.3f", report.metric("popularityNdcgAt3"));
        }
        return number("%.0f clusters", report.metric("clusters"))
                + optional("; silhouette of consumers %.2f", report.metric("silhouetteB2C"))
                + optional(", of companies %.2f", report.metric("silhouetteEBU"));
    }

    private static String interval(String name, String format, ModelReport report, String value, String low, String high) {
        return name + " " + number(format, report.metric(value)) + " (" + number(format, report.metric(low)) + "–"
                + number(format, report.metric(high)) + ")";
    }

    private static String optional(String format, double value) {
        return Double.isNaN(value) ? "" : number(format, value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String failures(ModelReport report) {
        return report.gates().stream().filter(gate -> !gate.passed()).map(Gate::text).collect(Collectors.joining(" "));
    }
}
