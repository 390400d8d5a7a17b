package io.crosswise.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crosswise.process.Diagrams;
import io.crosswise.process.EngineIT;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EngineIT
@Import(TunedEngineIT.Statements.class)
class TunedEngineIT {
    private static final List<String> SQL = new CopyOnWriteArrayList<>();

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

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void deployProcesses() {
        repository.createDeployment()
                .addModelInstance("asking.bpmn", Diagrams.asking("table", "asking"))
                .addModelInstance("caller.bpmn", Diagrams.calling("asking", "caller"))
                .deploy();
        deployTable("one");
    }

    @AfterEach
    void leaveNothing() {
        repository.createDeploymentQuery().list().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void theNextEvaluationUsesWhatWasDeployedUndeployedAndNotWhatWasRolledBack() {
        assertThat(answer()).isEqualTo("one");
        Deployment two = deployTable("two");
        assertThat(answer()).isEqualTo("two");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            deployTable("three");
            assertThat(answer()).as("seen by the transaction that deploys it").isEqualTo("three");
            status.setRollbackOnly();
        });
        assertThat(answer()).isEqualTo("two");
        repository.deleteDeployment(two.getId(), true);
        assertThat(answer()).isEqualTo("one");
    }

    @Test
    void aCalledProcessIsTheLatestAndNotASuspendedOne() {
        runtime.startProcessInstanceByMessage("caller");
        repository.createDeployment().addModelInstance("asking.bpmn", Diagrams.step("asking")).deploy();
        runtime.startProcessInstanceByMessage("caller");
        assertThat(tasks.createTaskQuery().taskDefinitionKey("stepIn").count()).isEqualTo(1);
        runtime.startProcessInstanceByKey("asking");
        repository.suspendProcessDefinitionByKey("asking");
        assertThat(catchThrowable(() -> runtime.startProcessInstanceByKey("asking")))
                .hasMessageContaining("suspended");
    }

    @Test
    void lookingDefinitionsUpCostsNoStatement() {
        // What is in memory is believed for a second only, which a slow machine can spend on a single answer.
        for (int attempt = 0; attempt < 20 && (SQL.isEmpty() || SQL.stream().anyMatch(TunedEngineIT::looksUp)); attempt++) {
            SQL.clear();
            answer();
        }
        assertThat(SQL).isNotEmpty().noneMatch(TunedEngineIT::looksUp);
    }

    @Test
    void historyKeepsInstancesTasksAndIncidentsOnly() {
        String instance = runtime.startProcessInstanceByMessage("caller").getId();
        tasks.complete(tasks.createTaskQuery().singleResult().getId());
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(instance).finished().count()).isEqualTo(1);
        assertThat(history.createHistoricTaskInstanceQuery().finished().count()).isEqualTo(1);
        for (String table : List.of("ACT_HI_ACTINST", "ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_HI_DECINST", "ACT_HI_IDENTITYLINK", "ACT_RU_METER_LOG")) {
            assertThat(jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single()).as(table).isZero();
        }
    }

    @Test
    void tablesAreEvaluatedByTheFastFeelAndFinishedInstancesAreCleanedUp() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getDmnEngineConfiguration().getFeelEngine()).isInstanceOf(FastFeel.class);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("asking").latestVersion().singleResult().getHistoryTimeToLive())
                .isEqualTo(180);
        assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("02:00");
        assertThat(management.createJobQuery().messages().count()).isZero();
    }

    private static boolean looksUp(String sql) {
        return sql.contains("from ACT_RE_DECISION_DEF") || sql.contains("from ACT_RE_PROCDEF");
    }

    private Deployment deployTable(String answer) {
        return repository.createDeployment().addString("table.dmn", Diagrams.table("table", "\"" + answer + "\"")).deploy();
    }

    private Object answer() {
        return runtime.createProcessInstanceByKey("asking").executeWithVariablesInReturn().getVariables().get("answer");
    }

    /** Writes down every statement the engine runs. */
    @TestConfiguration
    static class Statements {
        @Bean
        static BeanPostProcessor statements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource dataSource
                            ? ProxyDataSourceBuilder.create(dataSource)
                                    .beforeQuery((execution, queries) -> queries.forEach(query -> SQL.add(query.getQuery())))
                                    .build()
                            : bean;
                }
            };
        }
    }
}
