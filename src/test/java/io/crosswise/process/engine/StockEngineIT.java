package io.crosswise.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.process.Diagrams;
import io.crosswise.process.EngineIT;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the benchmark compares with is the engine as shipped, and as safe as ours. */
@EngineIT(properties = {"crosswise.engine.tuned=false", "camunda.bpm.auto-deployment-enabled=false"})
class StockEngineIT {
    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Test
    void speaksItsOwnFeelAndWritesFullHistory() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getDmnEngineConfiguration().getFeelEngine()).isExactlyInstanceOf(ScalaFeelEngine.class);
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("full");
        repository.createDeployment()
                .addString("table.dmn", Diagrams.table("table", "\"yes\""))
                .addModelInstance("asking.bpmn", Diagrams.asking("table", "asking"))
                .deploy();

        assertThat(runtime.createProcessInstanceByKey("asking").executeWithVariablesInReturn().getVariables()).containsEntry("answer", "yes");

        assertThat(history.createHistoricDecisionInstanceQuery().count()).isEqualTo(1);
        assertThat(history.createHistoricActivityInstanceQuery().count()).isEqualTo(3);
        assertThat(history.createHistoricVariableInstanceQuery().count()).isEqualTo(1);
    }

    @Test
    void refusesExpressionsAllTheSame() {
        assertThatThrownBy(() -> tasks.createTaskQuery().or().taskAssigneeExpression("${1}").endOr().list())
                .isInstanceOf(BadUserRequestException.class);
    }
}
