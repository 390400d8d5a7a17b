package io.crosswise.benchmark;

import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.pmml.PackagedModels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Batches of customers through all models on two threads: customers per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class BatchScoring {
    static final int BATCH = 1_000;

    @Param({"compiled", "jpmml", "native"})
    public String evaluation;

    private List<ScoringModel> models;
    private List<Map<String, Double>> customers;

    @Setup
    public void load() {
        models = PackagedModels.load(evaluation.equals("compiled"));
        customers = ScoredCustomers.features(BATCH);
    }

    /** XGBoost's predict holds a lock on its booster, so every thread has boosters of its own. */
    @State(Scope.Thread)
    public static class OwnBoosters {
        private NativeBoosters boosters;

        @Setup
        public void train(BatchScoring batch) throws XGBoostError {
            boosters = batch.evaluation.equals("native") ? NativeBoosters.like(batch.models, batch.customers) : null;
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double batch(OwnBoosters own) throws XGBoostError {
        if (own.boosters != null) {
            return own.boosters.scoreAll(customers);
        }
        double sum = 0;
        for (Map<String, Double> customer : customers) {
            sum += ScoredCustomers.scoreAll(models, customer);
        }
        return sum;
    }
}
