package io.crosswise.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the tuned engine gains over the engine as shipped, and what the engine costs over plain JDBC: the same triggers to the real
 * application, three times, in rounds that alternate so that the machine's moods hit all alike. Decisions that differ void the run.
 */
public final class DecisionBenchmark {
    private static final Path REPORTS = Path.of("target", "benchmark");

    private DecisionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(REPORTS);
        Map<Contender, ContenderProcess> running = new EnumMap<>(Contender.class);
        try {
            Map<String, String> software = startAll(running);
            Map<Contender, Result> results = measure(running);
            Verdict verdict = Verdict.on(results);
            if (verdict.isVoid()) {
                System.err.println(verdict.text());
                System.exit(2);
            }
            Report report = new Report(results, Machine.describe(REPORTS, software));
            Files.writeString(REPORTS.resolve("report.md"), report.markdown());
            Files.writeString(REPORTS.resolve("statements.md"), report.statements());
            System.out.println(report.markdown());
        } finally {
            for (ContenderProcess process : running.values()) {
                process.close();
            }
        }
    }

    private static Map<String, String> startAll(Map<Contender, ContenderProcess> running) throws IOException {
        say("Starting the application three times, each on a database of its own");
        for (Contender contender : Contender.values()) {
            running.put(contender, ContenderProcess.start(contender, REPORTS));
        }
        Map<String, String> software = Map.of();
        for (ContenderProcess process : running.values()) {
            software = process.answer(new TypeReference<>() {});
        }
        return software;
    }

    private static Map<Contender, Result> measure(Map<Contender, ContenderProcess> running) throws IOException {
        for (Contender contender : running.keySet()) {
            say("Warming up: " + contender.title());
            running.get(contender).tell("warm-up", new TypeReference<Timing>() {});
        }
        Map<Contender, List<Measured>> rounds = new EnumMap<>(Contender.class);
        for (int round = 0; round < Workload.ROUNDS; round++) {
            for (Contender contender : running.keySet()) {
                Measured measured = running.get(contender).tell("round " + round, new TypeReference<>() {});
                say("Round %d, %s: %.0f decisions/s".formatted(round + 1, contender.title(), measured.timing().perSecond()));
                rounds.computeIfAbsent(contender, c -> new ArrayList<>()).add(measured);
            }
        }
        Map<Contender, Result> results = new EnumMap<>(Contender.class);
        for (Map.Entry<Contender, ContenderProcess> entry : running.entrySet()) {
            ContenderProcess process = entry.getValue();
            say("Counting statements: " + entry.getKey().title());
            Statements.PerDecision statements = process.tell("counted", new TypeReference<>() {});
            Timing http = entry.getKey().usesEngine() ? process.tell("http", new TypeReference<>() {}) : null;
            results.put(
                    entry.getKey(),
                    new Result(rounds.get(entry.getKey()), statements, http, process.tell("digests", new TypeReference<>() {})));
        }
        return results;
    }

    private static void say(String progress) {
        System.err.println(progress);
    }
}
