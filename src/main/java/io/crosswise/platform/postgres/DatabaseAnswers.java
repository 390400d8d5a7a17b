package io.crosswise.platform.postgres;

import io.crosswise.platform.StartRefused;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Knocks at the configured database before anything else starts, so that a wrong address or password is told at once and not from
 * within a connection pool.
 */
public class DatabaseAnswers implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String LONGEST_WAIT_SECONDS = "10";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            return;
        }
        if (!url.startsWith(POSTGRES)) {
            throw new StartRefused(
                    "spring.datasource.url is not the address of a PostgreSQL.",
                    "Write it as " + POSTGRES + "//<host>:5432/<database>.");
        }
        try {
            DriverManager.getConnection(url, login(environment)).close();
        } catch (SQLException e) {
            throw new DatabaseUnreachable(e);
        }
    }

    private static Properties login(Environment environment) {
        Properties login = new Properties();
        login.setProperty("loginTimeout", LONGEST_WAIT_SECONDS);
        put(login, "user", environment.getProperty("spring.datasource.username"));
        put(login, "password", environment.getProperty("spring.datasource.password"));
        return login;
    }

    private static void put(Properties login, String key, String value) {
        if (value != null) {
            login.setProperty(key, value);
        }
    }

    /** After the settings of this run are complete. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Carries the database's own answer to the analyzer. */
    private static final class DatabaseUnreachable extends RuntimeException {
        DatabaseUnreachable(SQLException cause) {
            super(cause);
        }
    }
}
