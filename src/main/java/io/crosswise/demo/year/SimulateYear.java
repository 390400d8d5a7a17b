package io.crosswise.demo.year;

import io.crosswise.channel.ChannelSettings;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.decision.DecisionSettings;
import io.crosswise.demo.DemoFiles;
import io.crosswise.demo.DemoMarket;
import io.crosswise.shared.Market;
import io.crosswise.shared.StableHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Plays a year of the demo market under four ways to rank and tells what each earned:
 * {@code mvn -q compile exec:java@simulated-year [-Dexec.args="consumers=1200 companies=1000 seeds=1,2,3 …"]}.
 */
public final class SimulateYear {
    /** Any day would do; a fixed one gives the same market on every day. */
    static final LocalDate ANCHOR = LocalDate.of(2026, 11, 21);

    private SimulateYear() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        String heading = """
                Written by `mvn -q compile exec:java@simulated-year -Dexec.args="%s"` at commit `%s`: %d consumers and %d companies,
                %d days, 95 %% intervals by bootstrap over customers.

                """
                .formatted(
                        String.join(" ", arguments),
                        YearPage.commit(),
                        options.consumers(),
                        options.companies(),
                        options.days());
        List<YearResult> results = simulate(options, System.out::println, soFar -> write(options, heading, soFar));
        System.out.println(new YearReport(byVariant(results)).markdown());
        System.exit(0);
    }

    /** After every round, so that a run cut short leaves what it found. */
    private static void write(Options options, String heading, List<YearResult> results) {
        Map<String, Runs> variants = byVariant(results);
        YearPage.write(
                Path.of(options.page()), heading + new YearReport(variants).markdown(), GainChart.svg(variants));
    }

    private static Map<String, Runs> byVariant(List<YearResult> results) {
        Map<String, Runs> variants = new LinkedHashMap<>();
        results.stream()
                .collect(Collectors.groupingBy(YearResult::variant, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, runs) -> variants.put(name, new Runs(runs)));
        return variants;
    }

    /**
     * Runs everything the options name, one run after the other.
     *
     * @param progress told a line per run
     * @param complete given everything so far after each seed of a variant
     */
    static List<YearResult> simulate(
            Options options, Consumer<String> progress, Consumer<List<YearResult>> complete) throws IOException {
        List<CustomerRecord> sample = sample(options);
        PlayYear play = new PlayYear(
                sample, DemoFiles.catalogue(), DemoFiles.truth(), DemoFiles.year(), ANCHOR, options.days());
        Path folder = Files.createTempDirectory("crosswise-year");
        List<YearResult> results = new ArrayList<>();
        try (YearApplication application = YearApplication.start(ANCHOR, folder)) {
            for (Options.Round round : options.rounds()) {
                results.add(play.never(round.variant(), round.seed()));
                for (Policy policy : YearReport.LIVE) {
                    long began = System.nanoTime();
                    application.freshMarket();
                    YearResult result = play.under(
                            policy,
                            round.variant(),
                            round.seed(),
                            application.get(ProductUnderTest.class),
                            application.get(RankForYear.class),
                            application.get(DecisionSettings.class),
                            application.get(ChannelSettings.class));
                    results.add(result);
                    progress.accept("%s, seed %d, %s: %s, %d contacts, %.0f s"
                            .formatted(
                                    round.variant(),
                                    round.seed(),
                                    policy.title(),
                                    result.outcomes(),
                                    result.encounters().size(),
                                    (System.nanoTime() - began) / 1e9));
                }
                complete.accept(results);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return results;
    }

    /** By chance, yet always the same customers. */
    private static List<CustomerRecord> sample(Options options) {
        List<CustomerRecord> market = DemoMarket.standard(ANCHOR).customers().stream()
                .sorted(Comparator.comparing(it -> StableHash.uniform("year-sample", it.profile().id().value())))
                .toList();
        return Stream.concat(
                        of(market, Market.B2C).limit(options.consumers()), of(market, Market.EBU).limit(options.companies()))
                .sorted(Comparator.comparing(it -> it.profile().id().value()))
                .toList();
    }

    private static Stream<CustomerRecord> of(List<CustomerRecord> customers, Market market) {
        return customers.stream().filter(it -> it.profile().market() == market);
    }
}
