package io.crosswise.process.engine;

import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.core.Ordered;

/** What makes the engine fast without changing what it decides. */
class TunedEngine extends AbstractProcessEnginePlugin implements Ordered {
    private final LocalDeployments deployments;
    private RecentDefinitions definitions;

    TunedEngine(LocalDeployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new PeopleHistory()));
        engine.setHistory(PeopleHistory.NAME);
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration());
        }
        engine.getDmnEngineConfiguration().setFeelEngineFactory(FastFeel::new);
        definitions = new RecentDefinitions(deployments);
        engine.setDeploymentCache(definitions);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setHistoryEventProducer(new PeopleHistoryEvents());
        engine.setCustomSessionFactories(List.of(FleetingInstances.factory()));
        logWithoutContext(engine);
        nameTheReaderOfDurations();
        JobExecutor jobs = engine.getJobExecutor();
        if (jobs != null) {
            jobs.setMaxJobsPerAcquisition(10);
            jobs.setWaitTimeInMillis(1_000);
            jobs.setMaxWait(5_000);
        }
    }

    /** Nobody's log pattern shows it, and it is put together anew for each activity. */
    private static void logWithoutContext(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextActivityId(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextProcessInstanceId(null);
        engine.setLoggingContextTenantId(null);
        engine.setLoggingContextEngineName(null);
    }

    /** Else every timer searches the whole class path for one. */
    private static void nameTheReaderOfDurations() {
        System.getProperties().putIfAbsent(DatatypeFactory.class.getName(), DatatypeFactory.DATATYPEFACTORY_IMPLEMENTATION_CLASS);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        definitions.setDeployers(engine.getDeployers());
    }

    /** After the starter's own plug-ins, which put the defaults. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
