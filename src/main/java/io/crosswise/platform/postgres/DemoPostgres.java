package io.crosswise.platform.postgres;

import io.crosswise.platform.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A real, durable PostgreSQL that lives and stops with the product. */
final class DemoPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final AtomicBoolean heldOpen;

    private DemoPostgres(EmbeddedPostgres server) {
        this.server = server;
        this.heldOpen = holdOpen(server);
    }

    static DemoPostgres start(DataDirectory directory) {
        try {
            return new DemoPostgres(EmbeddedPostgres.builder()
                    .setDataDirectory(directory.postgres())
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    .setErrorRedirector(Redirect.DISCARD)
                    .setOutputRedirector(Redirect.DISCARD)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    "The built-in PostgreSQL did not start in " + directory.postgres() + ": " + e.getMessage(),
                    "Look at the messages above; another database can be used with spring.datasource.url.");
        }
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        heldOpen.set(false);
        server.close();
    }

    /**
     * The library stops the server in a JVM shutdown hook of its own, while the engine still finishes its work. Marked as closed,
     * the server ignores that hook until the application has let go of it.
     */
    private static AtomicBoolean holdOpen(EmbeddedPostgres server) {
        try {
            Field closed = EmbeddedPostgres.class.getDeclaredField("closed");
            closed.setAccessible(true);
            AtomicBoolean flag = (AtomicBoolean) closed.get(server);
            flag.set(true);
            return flag;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The embedded PostgreSQL library has changed; adapt DemoPostgres to it", e);
        }
    }
}
