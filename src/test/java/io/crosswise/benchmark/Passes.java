package io.crosswise.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.crosswise.customer.Customers;
import io.crosswise.trigger.AcceptTrigger;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.Intake;
import io.crosswise.trigger.StartTriggerProcess;
import io.crosswise.trigger.TriggerEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** What a contender can be told to do with its application. */
final class Passes {
    static final int WORKERS = 4;

    private final ServletWebServerApplicationContext application;
    private final DelegatingDataSource dataSource;
    private final HikariDataSource pool;
    private final DatabaseCounters database;
    private final CpuClock cpu;
    private final StageTimes stages;
    private final Workload workload;
    private final AcceptTrigger acceptTrigger;
    private final TransactionOperations transaction;
    private final Consumer<AcceptedTrigger> decide;

    Passes(Contender contender, ServletWebServerApplicationContext application, DelegatingDataSource dataSource, Path folder)
            throws Exception {
        this.application = application;
        this.dataSource = dataSource;
        pool = (HikariDataSource) dataSource.getTargetDataSource();
        database = new DatabaseCounters(pool);
        cpu = new CpuClock(folder.resolve("postgres"));
        stages = new StageTimes(application.getBean(MeterRegistry.class));
        workload = new Workload(application.getBean(JdbcClient.class));
        acceptTrigger = application.getBean(AcceptTrigger.class);
        transaction = application.getBean(TransactionOperations.class);
        decide = contender.usesEngine()
                ? application.getBean(StartTriggerProcess.class)::now
                : new PlainDecision(application)::decide;
        database.requireDurability();
        awaitSegments(application.getBean(Customers.class));
    }

    /** A new market is segmented in the background, which must not run beside a pass. */
    private static void awaitSegments(Customers customers) throws InterruptedException {
        while (!customers.withoutSegment(1).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** The software it runs on. */
    Map<String, String> describe() throws Exception {
        return Map.of(
                "postgres", database.version(),
                "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    }

    /** @param command {@code warm-up}, {@code round <number>}, {@code counted}, {@code http} or {@code digests} */
    Object run(String command) throws Exception {
        String[] words = command.split(" ");
        return switch (words[0]) {
            case "warm-up" -> warmUp();
            case "round" -> measured(workload.round(Integer.parseInt(words[1])));
            case "counted" -> counted();
            case "http" -> new HttpPass(application.getWebServer().getPort()).run(workload);
            case "digests" -> new Digests(application.getBean(JdbcClient.class)).read();
            default -> throw new IllegalArgumentException(command);
        };
    }

    private Timing warmUp() {
        return ClosedLoop.run(workload.warmUp(), WORKERS, event -> send(event, true));
    }

    private Measured measured(List<TriggerEvent> triggers) throws Exception {
        System.gc();
        DatabaseCounters.Counts reading = database.read();
        DatabaseCounters.Counts before = database.read();
        DatabaseCounters.Counts ofReading = before.since(reading);
        Map<String, Double> stagesBefore = stages.read();
        CpuClock.Used cpuBefore = cpu.read();
        Timing timing = ClosedLoop.run(triggers, WORKERS, event -> send(event, false));
        CpuClock.Used cpuUsed = cpu.read().since(cpuBefore);
        DatabaseCounters.Counts counts = database.read().since(before).since(ofReading);
        double decisions = triggers.size();
        return new Measured(
                timing,
                cpuUsed.applicationMs() / decisions,
                cpuUsed.databaseMs() / decisions,
                counts.rows() / decisions,
                counts.commits() / decisions,
                counts.walBytes() / decisions,
                StageTimes.perDecision(stagesBefore, stages.read(), triggers.size()));
    }

    /** One worker, so that nothing waits for anything, with every statement counted. */
    private Statements.PerDecision counted() {
        Statements statements = new Statements();
        List<TriggerEvent> triggers = workload.counted();
        dataSource.setTargetDataSource(statements.counting(pool));
        try {
            ClosedLoop.run(triggers, 1, event -> send(event, false));
        } finally {
            dataSource.setTargetDataSource(pool);
        }
        return statements.per(triggers.size());
    }

    /** As the trigger door does: inbox, customer's lock, process up to its first wait state and commit in one transaction. */
    private void send(TriggerEvent event, boolean takeBack) {
        transaction.executeWithoutResult(status -> {
            Intake intake = acceptTrigger.accept(event);
            if (!(intake instanceof Intake.Accepted accepted)) {
                throw new IllegalStateException(event.id() + " was not accepted: " + intake);
            }
            decide.accept(accepted.trigger());
            if (takeBack) {
                status.setRollbackOnly();
            }
        });
    }
}
