package io.crosswise.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Closes the applications under test after the last test, while their database still runs: left to the end of the JVM, both stop at
 * once and every connection pool waits for a database that is gone.
 */
public class CloseApplications implements LauncherSessionListener {
    private static final List<ConfigurableApplicationContext> RUNNING = new CopyOnWriteArrayList<>();

    static void later(ConfigurableApplicationContext application) {
        RUNNING.add(application);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        RUNNING.forEach(ConfigurableApplicationContext::close);
    }
}
