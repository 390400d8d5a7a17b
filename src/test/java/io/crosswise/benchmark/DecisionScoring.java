package io.crosswise.benchmark;

import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.pmml.PackagedModels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One customer through all models of a decision, from the map of features to the last score; one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecisionScoring {
    private static final int CUSTOMERS = 1_000;

    @Param({"compiled", "jpmml"})
    public String evaluation;

    private List<ScoringModel> models;
    private List<Map<String, Double>> customers;
    private int next;

    @Setup
    public void load() {
        models = PackagedModels.load(evaluation.equals("compiled"));
        customers = ScoredCustomers.features(CUSTOMERS);
    }

    @Benchmark
    public double oneCustomer() {
        next = (next + 1) % CUSTOMERS;
        return ScoredCustomers.scoreAll(models, customers.get(next));
    }
}
