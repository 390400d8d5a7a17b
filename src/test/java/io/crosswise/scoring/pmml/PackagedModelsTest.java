package io.crosswise.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.Contributions.Contribution;
import io.crosswise.scoring.FeatureRow;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PackagedModelsTest {
    private final Slots slots = new Slots();

    @TestFactory
    Stream<DynamicTest> whatScoresCompiledAnswersAsJpmmlDoes() {
        Agreements remembered = Agreements.packaged();
        return PackagedModels.load().map(model -> DynamicTest.dynamicTest(model.name(), () -> assertThat(
                        remembered.remember(model.sha256()))
                .as(Agreements.FILE + " says whether " + model.name() + " agrees; write it again with"
                        + " mvn -q test-compile exec:java@compiled-models")
                .isEqualTo(PackagedModels.agrees(model, slots))));
    }

    @TestFactory
    Stream<DynamicTest> contributionsAddUpToTheScore() {
        return PackagedModels.load().map(model -> DynamicTest.dynamicTest(model.name(), () -> {
            CompiledModel compiled = model.compile(slots);
            model.use(compiled);
            for (FeatureRow row : model.rows(compiled, 50)) {
                addsUp(model.contributions(row), model.score(row));
            }
        }));
    }

    private static void addsUp(Contributions why, double score) {
        double sum = why.base() + why.parts().stream().mapToDouble(Contribution::contribution).sum();
        boolean logistic = why.scale().equals("log-odds");
        assertThat(why.score()).isEqualTo(score);
        assertThat(sum).isCloseTo(logistic ? Math.log(score / (1 - score)) : score, within(1e-9));
        double base = logistic ? 1 / (1 + Math.exp(-why.base())) : why.base();
        double points = why.parts().stream().mapToDouble(Contribution::points).sum();
        assertThat(base + points).isCloseTo(score, within(1e-9));
    }
}
