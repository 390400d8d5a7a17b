package io.crosswise.benchmark;

import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.pmml.PackagedModels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures scoring alone, compiled models against JPMML and native XGBoost in one run, and prints it as Markdown. */
public final class ScoringBenchmark {
    private ScoringBenchmark() {}

    public static void main(String[] arguments) throws RunnerException {
        System.setProperty("java.class.path", ContenderProcess.classPath());
        Map<String, RunResult> decision = run(DecisionScoring.class);
        Map<String, RunResult> batch = run(BatchScoring.class);
        List<ScoringModel> models = PackagedModels.load(true);
        int questions = models.stream().mapToInt(ScoredCustomers::questions).sum();
        System.out.printf(
                "%nOne customer through the scoring step of a decision, %d models (%d compiled), one thread:%n%n",
                models.size(), models.stream().filter(ScoringModel::compiled).count());
        System.out.println("| | p50 ms | p99 ms | ratio of p99 |\n|---|---:|---:|---:|");
        double reference = p99(decision.get("jpmml"));
        decision.forEach((evaluation, result) -> System.out.printf(
                "| %s | %.3f | %.3f | %.1f × |%n",
                evaluation, percentile(result, 50), p99(result), reference / p99(result)));
        System.out.printf(
                "%nBatches of %,d customers through all of them, %d questions each, two threads:%n%n",
                BatchScoring.BATCH, questions);
        System.out.println("| | customers/s | ratio to JPMML row by row |\n|---|---:|---:|");
        double rowByRow = batch.get("jpmml").getPrimaryResult().getScore();
        batch.forEach((evaluation, result) -> System.out.printf(
                "| %s | %,.0f | %.1f × |%n",
                evaluation,
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScore() / rowByRow));
    }

    private static Map<String, RunResult> run(Class<?> benchmark) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(benchmark.getName().replace(".", "\\.") + "\\.")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<String, RunResult> byEvaluation = new TreeMap<>();
        results.forEach(result -> byEvaluation.put(result.getParams().getParam("evaluation"), result));
        return byEvaluation;
    }

    private static double p99(RunResult result) {
        return percentile(result, 99);
    }

    /** In milliseconds. */
    private static double percentile(RunResult result, double percent) {
        return result.getPrimaryResult().getStatistics().getPercentile(percent) / 1_000;
    }
}
