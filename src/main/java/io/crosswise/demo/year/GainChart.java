package io.crosswise.demo.year;

import io.crosswise.demo.year.YearResult.End;
import java.util.Locale;
import java.util.Map;

/** A bar per policy and variant: net incremental margin per customer, with its interval. */
final class GainChart {
    private static final int LEFT = 190;
    private static final int WIDTH = 560;
    private static final int BAR = 16;
    private static final int TITLE = 34;
    private static final Map<Policy, String> COLOURS = Map.of(
            Policy.UNTARGETED, "#9aa0a6", Policy.PROPENSITY, "#e8a33d", Policy.CROSSWISE, "#1f6feb", Policy.ORACLE, "#57ab5a");

    private GainChart() {}

    static String svg(Map<String, Runs> variants) {
        double least = 0;
        double most = 1;
        for (Runs runs : variants.values()) {
            for (Policy policy : YearReport.LIVE) {
                Interval gain = runs.gain(policy, null, End::net);
                least = Math.min(least, gain.low());
                most = Math.max(most, gain.high());
            }
        }
        double scale = WIDTH / (most - least);
        double zero = LEFT - least * scale;
        StringBuilder bars = new StringBuilder();
        int y = 30;
        for (Map.Entry<String, Runs> variant : variants.entrySet()) {
            bars.append(text(10, y + 10, variant.getKey(), "bold"));
            y += TITLE / 2;
            for (Policy policy : YearReport.LIVE) {
                Interval gain = variant.getValue().gain(policy, null, End::net);
                bars.append(text(20, y + 12, policy.title(), "normal"))
                        .append(bar(zero, gain.value() * scale, y, COLOURS.get(policy)))
                        .append(line(zero + gain.low() * scale, y + BAR / 2.0, zero + gain.high() * scale, y + BAR / 2.0));
                y += BAR + 4;
            }
            y += TITLE / 2;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                %s%s%s</svg>
                """
                .formatted(
                        LEFT + WIDTH + 30,
                        y + 10,
                        text(10, 16, "Net incremental margin, euros per customer, with 95 % intervals; the line is zero", "normal"),
                        line(zero, 24, zero, y),
                        bars);
    }

    private static String bar(double zero, double length, int y, String colour) {
        return format(
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
                Math.min(zero, zero + length), y, Math.abs(length), BAR, colour);
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"black\"/>\n", x1, y1, x2, y2);
    }

    private static String text(int x, int y, String words, String weight) {
        return format("<text x=\"%d\" y=\"%d\" font-weight=\"%s\">%s</text>\n", x, y, weight, words);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
