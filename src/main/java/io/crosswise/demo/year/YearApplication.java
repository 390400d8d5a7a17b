package io.crosswise.demo.year;

import com.zaxxer.hikari.HikariDataSource;
import io.crosswise.CrosswiseApplication;
import io.crosswise.platform.SteppedEngine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The whole product without its web server, on a PostgreSQL of its own with the demo market in it. The market is loaded once; every
 * run gets a copy of that database, so that runs do not see each other.
 */
final class YearApplication implements AutoCloseable {
    private static final int CONNECTIONS = 6;

    private final ConfigurableApplicationContext context;
    private final DelegatingDataSource database;
    private final String market;
    private final String user;
    private int runs;

    private YearApplication(ConfigurableApplicationContext context) {
        this.context = context;
        this.database = (DelegatingDataSource) context.getBean(DataSource.class);
        HikariDataSource pool = (HikariDataSource) database.getTargetDataSource();
        this.market = pool.getJdbcUrl();
        this.user = pool.getUsername();
        pool.close();
    }

    /** @param anchor the day the market is told from @param folder for the database and what the product files */
    static YearApplication start(LocalDate anchor, Path folder) {
        SpringApplication application = new SpringApplication(CrosswiseApplication.class);
        application.setAdditionalProfiles(SteppedEngine.PROFILE);
        return new YearApplication(application.run(
                "--server.port=-1",
                "--spring.datasource.url=",
                "--" + YearConfiguration.START + "=" + anchor + "T06:00:00Z",
                "--crosswise.data.directory=" + folder,
                "--crosswise.channel.outbox=" + folder.resolve("outbox"),
                "--crosswise.channel.quiet-hours.enabled=true",
                "--crosswise.channel.best-hour=true",
                "--crosswise.channel.capacity.CALL_CENTRE=" + YearReport.CALLS_A_DAY,
                "--crosswise.channel.capacity.ACCOUNT_MANAGER=" + YearReport.VISITS_A_DAY,
                "--crosswise.decision.hold-out-share=0",
                "--crosswise.scoring.poll=365d",
                "--camunda.bpm.job-execution.enabled=false",
                // followers and workers look into the database by a clock of their own, also while it is being copied; what matters
                // reaches the caller as an exception
                "--logging.level.root=off",
                "--logging.level.io.crosswise=off"));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Gives the product a fresh copy of the market to work on. */
    void freshMarket() {
        String before = run();
        runs++;
        administer(
                "CREATE DATABASE " + run() + " TEMPLATE " + name() + " STRATEGY FILE_COPY",
                "ALTER DATABASE " + run() + " SET synchronous_commit = off");
        DataSource old = database.getTargetDataSource();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(market.replace("/" + name(), "/" + run()));
        pool.setUsername(user);
        pool.setMaximumPoolSize(CONNECTIONS);
        database.setTargetDataSource(pool);
        ((HikariDataSource) old).close();
        administer("DROP DATABASE IF EXISTS " + before + " WITH (FORCE)");
    }

    private String run() {
        return "year_" + runs;
    }

    private String name() {
        return market.replaceAll(".*/([^?]*).*", "$1");
    }

    private void administer(String... statements) {
        try (Connection connection = DriverManager.getConnection(market.replace("/" + name(), "/template1"), user, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The market cannot be copied", e);
        }
    }

    @Override
    public void close() {
        get(SteppedEngine.class).close();
        ((HikariDataSource) database.getTargetDataSource()).close();
        context.close();
    }
}
