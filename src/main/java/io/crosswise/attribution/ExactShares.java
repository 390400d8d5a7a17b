package io.crosswise.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rounds parts so that they still add up to the whole: the largest remainder method of Hamilton. */
final class ExactShares {
    private ExactShares() {}

    /** @param parts none negative, adding up to the total but for rounding errors @param scale decimals of the result */
    static Map<String, BigDecimal> of(Map<String, Double> parts, BigDecimal total, int scale) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        Map<String, BigDecimal> rounded = new TreeMap<>();
        Map<String, BigDecimal> remainders = new HashMap<>();
        BigDecimal missing = total;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            BigDecimal exact = BigDecimal.valueOf(part.getValue());
            BigDecimal floor = exact.setScale(scale, RoundingMode.FLOOR);
            rounded.put(part.getKey(), floor);
            remainders.put(part.getKey(), exact.subtract(floor));
            missing = missing.subtract(floor);
        }
        List<String> byRemainder = remainders.keySet().stream()
                .sorted(Comparator.comparing((String key) -> remainders.get(key)).reversed().thenComparing(key -> key))
                .toList();
        for (int i = 0; missing.compareTo(unit) >= 0 && !byRemainder.isEmpty(); i = (i + 1) % byRemainder.size()) {
            rounded.merge(byRemainder.get(i), unit, BigDecimal::add);
            missing = missing.subtract(unit);
        }
        return rounded;
    }
}
