package io.crosswise.benchmark;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ScoreCustomer;
import io.crosswise.scoring.pmml.PackagedModels;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.RandomCustomers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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

/** One customer through all models of a decision, as its scoring step asks them: from the map of features to all it says. */
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

    private final ScoreCustomer scoreCustomer = new ScoreCustomer(new LifetimeValueSettings(0.08, 60));
    private final Set<ServiceCategory> everything = EnumSet.allOf(ServiceCategory.class);
    private ModelSet models;
    private List<CustomerProfile> customers;
    private List<Map<String, Double>> features;
    private int next;

    @Setup
    public void load() {
        models = PackagedModels.inUse(evaluation.equals("compiled"));
        customers = LongStream.range(0, CUSTOMERS).mapToObj(RandomCustomers::customer).toList();
        features = customers.stream()
                .map(customer -> CustomerFeatures.of(customer, CustomerBuilder.TODAY))
                .toList();
    }

    @Benchmark
    public CustomerScores oneCustomer() {
        next = (next + 1) % CUSTOMERS;
        return scoreCustomer.score(models, customers.get(next), everything, features.get(next));
    }
}
