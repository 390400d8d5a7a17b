package io.crosswise.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.crosswise.CrosswiseApplication;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The JVM of one contender: starts the real application on a database of its own and runs the passes it is told to over standard
 * input, one per line; each answer is one line of JSON on standard output, marked because a JVM may write there by itself.
 */
final class BenchmarkedApplication {
    static final String ANSWER = "answer ";

    private BenchmarkedApplication() {}

    /** @param arguments name of the contender and folder for its data */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Contender contender = Contender.valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        SpringApplication application = new SpringApplication(CrosswiseApplication.class);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new SwitchableDataSource()));
        try (ServletWebServerApplicationContext context = (ServletWebServerApplicationContext)
                application.run(contender.arguments(folder.toString()).toArray(String[]::new))) {
            stopJobs(context.getBean(ProcessEngine.class));
            Passes passes = new Passes(contender, context, (DelegatingDataSource) context.getBean(DataSource.class), folder);
            ObjectMapper json = new ObjectMapper();
            answers.println(ANSWER + json.writeValueAsString(passes.describe()));
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                answers.println(ANSWER + json.writeValueAsString(passes.run(command)));
            }
        }
        System.exit(0);
    }

    /** Dispatching is no part of a decision: jobs are written in every decision's transaction and stay in their table. */
    private static void stopJobs(ProcessEngine engine) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor().shutdown();
    }

    /** Lets a pass put itself between the application and its connection pool. */
    private static final class SwitchableDataSource implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? new DelegatingDataSource(pool) : bean;
        }
    }
}
