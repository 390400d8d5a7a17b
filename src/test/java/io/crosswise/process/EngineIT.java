package io.crosswise.process;

import io.crosswise.policy.Column;
import io.crosswise.policy.Facts;
import io.crosswise.policy.TableContract;
import io.crosswise.policy.TableContract.Answers;
import io.crosswise.table.JudgeTable;
import io.crosswise.table.TryTable;
import io.crosswise.testing.OwnDatabase;
import io.crosswise.testing.OwnEngine;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** The engine with its settings, guards and logins on a database of its own, without the rooms that use it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = EngineIT.Application.class)
@ContextConfiguration(initializers = OwnDatabase.class)
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface EngineIT {
    /** What this test sets differently; tests that set the same share one application. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default "camunda.bpm.auto-deployment-enabled=false";

    /** No stereotype, so that the scan of the whole application does not find it. */
    @EnableAutoConfiguration
    @ComponentScan({"io.crosswise.platform", "io.crosswise.process.engine", "io.crosswise.process.security"})
    @ConfigurationPropertiesScan({"io.crosswise.platform", "io.crosswise.process.engine", "io.crosswise.process.security"})
    class Application {
        @Bean
        static BiConsumer<DelegateExecution, String> nobodyNotesThePath() {
            return (execution, activity) -> {};
        }

        /** The tables these tests deploy as marketers. */
        @Bean
        static JudgeTable judgeTable(TryTable tryTable) {
            return new JudgeTable(
                    List.of(new TableContract(
                            "plain", Answers.EXACTLY_ONE, Set.of(Facts.CUSTOMER), List.of(Column.text("answer")), rows -> {})),
                    tryTable,
                    Set::of);
        }

        @Bean
        static ExecutionListener registerEngineTrigger() {
            return execution -> {};
        }
    }
}
