package io.crosswise.process;

import io.crosswise.process.decide.DecisionTrail;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires what the engine's adapters need of the processes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProcessConfiguration {
    /** Where the engine notes the activities a decision passes through. */
    @Bean
    BiConsumer<DelegateExecution, String> decisionPath() {
        return (execution, activity) -> {
            DecisionTrail trail = ProcessVariables.TRAIL.get(execution);
            if (trail == null) {
                trail = new DecisionTrail();
                ProcessVariables.TRAIL.set(execution, trail);
            }
            trail.entered(activity);
        };
    }
}
