package io.crosswise.demo.year;

import io.crosswise.demo.truth.Disposition;
import io.crosswise.demo.year.YearResult.End;
import io.crosswise.shared.Market;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a simulated year as Markdown tables. */
final class YearReport {
    static final int CALLS_A_DAY = 3;
    static final int VISITS_A_DAY = 3;
    static final List<Policy> LIVE = List.of(Policy.UNTARGETED, Policy.PROPENSITY, Policy.CROSSWISE, Policy.ORACLE);

    private final Map<String, Runs> variants;

    /** @param variants by name, in the order of the page */
    YearReport(Map<String, Runs> variants) {
        this.variants = variants;
    }

    String markdown() {
        return variants.entrySet().stream()
                .map(variant -> "### Variant `" + variant.getKey() + "`, seeds " + variant.getValue().seeds() + "\n\n"
                        + of(variant.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String of(Runs runs) {
        Table table = new Table();
        table.row("decisions, all seeds", it -> whole(decisions(runs, it)));
        table.row("of them offers", it -> whole(runs.outcomes(it, "OFFER")));
        table.row("contacts per customer and year", it -> runs.gain(it, null, End::contacts).text("%.2f", 1));
        table.row("consumers contacted who buy, %", it -> bought(runs, it, Market.B2C));
        table.row("companies contacted who buy, %", it -> bought(runs, it, Market.EBU));
        table.row("true uplift of a contact, points", it ->
                runs.perContact(it, null, each -> each.ifOffered() - each.anyway()).text("%.1f", 100));
        table.row("**net incremental margin, € per customer**", it -> runs.gain(it, null, End::net).text("%.2f", 1));
        table.row("the same per consumer", it -> runs.gain(it, Market.B2C, End::net).text("%.2f", 1));
        table.row("the same per company", it -> runs.gain(it, Market.EBU, End::net).text("%.2f", 1));
        table.row("within the year only", it -> runs.gain(it, null, End::marginOfYear).text("%.2f", 1));
        table.row("by seed", it -> runs.seeds().stream()
                .map(seed -> number("%.2f", runs.gain(it, seed, End::net)))
                .collect(Collectors.joining(", ")));
        table.row("cannibalised margin, € per customer", it -> runs.gain(it, null, End::cannibalised).text("%.2f", 1));
        table.row("contact cost, € per customer", it -> runs.gain(it, null, End::contactCost).text("%.2f", 1));
        table.row("complaints per 100 customers", it -> runs.gain(it, null, End::complaints).text("%.2f", 100));
        table.everywhere("bill of multi-service customers who stay, € a month", it ->
                runs.ratio(it, end -> end.multiService() && end.stays(), End::bill, end -> 1).text("%.2f", 1));
        table.row("bill at the end, € a month per customer more than uncontacted", it ->
                runs.gain(it, null, End::bill).text("%.2f", 1));
        table.everywhere("churn of multi-service customers, %", it ->
                runs.ratio(it, End::multiService, end -> end.stays() ? 0 : 1, end -> 1).text("%.2f", 100));
        table.row("bought among the 15 % scored highest, consumers, %", it ->
                number("%.1f", 100 * runs.topPrecision(it, Market.B2C)));
        table.row("bought among the 15 % scored highest, companies, %", it ->
                number("%.1f", 100 * runs.topPrecision(it, Market.EBU)));
        table.row("contacts to persuadable / sure / lost / sleeping, %", it -> kinds(runs, it));
        table.row("truly expected of a contact: margin a month by uplift, €", it -> runs.perContact(
                        it, null, each -> (each.ifOffered() - each.anyway()) * each.monthly())
                .text("%.2f", 1));
        table.row("truly expected of a contact: margin a month given way, €", it -> runs.perContact(
                        it, null, each -> each.ifOffered() * each.givesWay())
                .text("%.2f", 1));
        return table + "\n" + leads(runs);
    }

    private static String leads(Runs runs) {
        return "Crosswise against propensity ranking: "
                + runs.lead(Policy.CROSSWISE, Policy.PROPENSITY, null, End::net).text("%.2f", 1)
                + " € per customer, paired; "
                + runs.share(Policy.CROSSWISE, Policy.PROPENSITY, null, End::net).text("%.2f", 1)
                + " times its gain (goal 1.5). Of the oracle's gain: "
                + runs.share(Policy.CROSSWISE, Policy.ORACLE, null, End::net).text("%.0f", 100)
                + " % (goal 80 %). Against untargeted: "
                + runs.lead(Policy.CROSSWISE, Policy.UNTARGETED, null, End::net).text("%.2f", 1)
                + " €. Consumers only, against propensity ranking: "
                + runs.lead(Policy.CROSSWISE, Policy.PROPENSITY, Market.B2C, End::net).text("%.2f", 1)
                + " €; companies only: "
                + runs.lead(Policy.CROSSWISE, Policy.PROPENSITY, Market.EBU, End::net).text("%.2f", 1)
                + " €.\n";
    }

    private static int decisions(Runs runs, Policy policy) {
        return List.of("OFFER", "NO_OFFER", "HELD_OUT", "RETAIN", "LEAVE_ALONE").stream()
                .mapToInt(outcome -> runs.outcomes(policy, outcome))
                .sum();
    }

    private static String bought(Runs runs, Policy policy, Market market) {
        return runs.perContact(policy, market, each -> each.bought() ? 1 : 0).text("%.1f", 100);
    }

    private static String kinds(Runs runs, Policy policy) {
        double all = runs.count(policy, each -> true);
        return Arrays.stream(Disposition.values())
                .map(kind -> number("%.0f", 100 * runs.count(policy, each -> each.disposition() == kind) / all))
                .collect(Collectors.joining(" / "));
    }

    private static String whole(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** A column per policy. */
    private static final class Table {
        private final StringBuilder text = new StringBuilder();

        Table() {
            text.append("| | ").append(Policy.NEVER.title()).append(" |");
            LIVE.forEach(policy -> text.append(' ').append(policy.title()).append(" |"));
            text.append("\n|---|---:|").append("---:|".repeat(LIVE.size())).append('\n');
        }

        /** Something only a policy that contacts has. */
        void row(String name, Function<Policy, String> cell) {
            line(name, "", cell);
        }

        void everywhere(String name, Function<Policy, String> cell) {
            line(name, cell.apply(Policy.NEVER), cell);
        }

        private void line(String name, String first, Function<Policy, String> cell) {
            text.append("| ").append(name).append(" | ").append(first).append(" |");
            LIVE.forEach(policy -> text.append(' ').append(cell.apply(policy)).append(" |"));
            text.append('\n');
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
