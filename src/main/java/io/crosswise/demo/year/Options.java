package io.crosswise.demo.year;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is simulated, from arguments such as {@code consumers=1200 seeds=1,2,3}; what is not named takes its default.
 *
 * @param consumers of the demo market's 4,000, chosen by chance
 * @param companies of its 1,000
 * @param days in which customers are contacted
 * @param seeds of the base; the other variants take the first ones
 * @param variantSeeds how many of the seeds the other variants take
 * @param page Markdown file to write
 */
record Options(
        int consumers, int companies, int days, List<Long> seeds, int variantSeeds, List<String> variants, String page) {
    static final String BASE = "base";

    /** @throws IllegalArgumentException when an argument is not known */
    static Options of(String... arguments) {
        Map<String, String> given = new TreeMap<>(Map.of(
                "consumers", "600",
                "companies", "500",
                "days", "365",
                "seeds", "1,2,3",
                "variant-seeds", "1",
                "variants", "base,no-persuadables,strong-cannibalisation,random-responses",
                "page", "docs/proof-of-value.md"));
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || given.replace(parts[0].toLowerCase(Locale.ROOT), parts[1]) == null) {
                throw new IllegalArgumentException(argument + " is none of " + given.keySet());
            }
        }
        return new Options(
                Integer.parseInt(given.get("consumers")),
                Integer.parseInt(given.get("companies")),
                Integer.parseInt(given.get("days")),
                Arrays.stream(given.get("seeds").split(",")).map(Long::valueOf).toList(),
                Integer.parseInt(given.get("variant-seeds")),
                List.of(given.get("variants").split(",")),
                given.get("page"));
    }

    /** One seed of one variant, under every policy. */
    record Round(String variant, long seed) {}

    /** The first seed of every variant first, so that a run cut short has a little of everything. */
    List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            for (String variant : variants) {
                if (i == 0 || variant.equals(BASE) || i < variantSeeds) {
                    rounds.add(new Round(variant, seeds.get(i)));
                }
            }
        }
        return rounds;
    }
}
