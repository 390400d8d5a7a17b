package io.crosswise.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.core.Ordered;

/** What makes the engine fast without changing what it decides. */
class TunedEngine extends AbstractProcessEnginePlugin implements Ordered {
    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new PeopleHistory()));
        engine.setHistory(PeopleHistory.NAME);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setHistoryEventProducer(new PeopleHistoryEvents());
        engine.setCustomSessionFactories(List.of(FleetingInstances.factory()));
        JobExecutor jobs = engine.getJobExecutor();
        if (jobs != null) {
            jobs.setMaxJobsPerAcquisition(10);
            jobs.setWaitTimeInMillis(1_000);
            jobs.setMaxWait(5_000);
        }
    }

    /** After the starter's own plug-ins, which put the defaults. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
