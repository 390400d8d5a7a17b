package io.crosswise.process.engine;

import io.crosswise.platform.SteppedEngine;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Steps the engine through a simulation; jobs that begin a process by the calendar, such as retraining, are left alone. */
@Component
@Profile(SteppedEngine.PROFILE)
class EngineByHand implements SteppedEngine {
    private static final int BATCH = 500;
    private static final String DISCOUNT = "discount";
    private static final Map<String, Object> AGREEABLE =
            Map.of("answer", "APPROVE", "customerAnswer", "OPEN", "wentOutAnswer", "YES");

    private final ManagementService management;
    private final TaskService tasks;
    private final IdentityService identity;

    EngineByHand(ManagementService management, TaskService tasks, IdentityService identity) {
        this.management = management;
        this.tasks = tasks;
        this.identity = identity;
    }

    @Override
    public void moveTo(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    @Override
    public Optional<Instant> nextDue() {
        return management.createJobQuery().withRetriesLeft().active().timers().orderByJobDuedate().asc().listPage(0, BATCH).stream()
                .filter(EngineByHand::belongsToAnInstance)
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    @Override
    public int runDueJobs() {
        List<Job> due = management.createJobQuery().executable().orderByJobDuedate().asc().orderByJobId().asc().listPage(0, BATCH).stream()
                .filter(EngineByHand::belongsToAnInstance)
                .toList();
        due.forEach(job -> management.executeJob(job.getId()));
        return due.size();
    }

    @Override
    public int workTasks() {
        List<Task> open = tasks.createTaskQuery().active().orderByTaskId().asc().listPage(0, BATCH);
        open.forEach(this::work);
        return open.size();
    }

    private void work(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
        identity.setAuthentication("simulated-" + groups.get(0), groups);
        try {
            Map<String, Object> form = new HashMap<>(AGREEABLE);
            Object discount = tasks.getVariableLocal(task.getId(), DISCOUNT);
            if (discount != null) {
                form.put(DISCOUNT, discount);
            }
            tasks.complete(task.getId(), form);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The clock belongs to the whole JVM. */
    @Override
    public void close() {
        ClockUtil.reset();
    }

    private static boolean belongsToAnInstance(Job job) {
        return job.getProcessInstanceId() != null;
    }
}
