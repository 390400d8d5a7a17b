package io.crosswise.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL as an operator sets it up: a role that owns its database, is no superuser and proves itself with a password. */
public final class OperatorPostgres implements AutoCloseable {
    public static final String ROLE = "crosswise";
    public static final String PASSWORD = "Telco-2026";
    private final EmbeddedPostgres server;

    private OperatorPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static OperatorPostgres start() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        JdbcClient superuser = JdbcClient.create(server.getPostgresDatabase());
        superuser.sql("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'").update();
        superuser.sql("CREATE DATABASE " + ROLE + " OWNER " + ROLE).update();
        Path rules = Path.of(superuser.sql("SHOW hba_file").query(String.class).single());
        Files.writeString(rules, "host all " + ROLE + " all scram-sha-256\n" + Files.readString(rules));
        superuser.sql("SELECT pg_reload_conf()").query(Boolean.class).single();
        return new OperatorPostgres(server);
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** What the compose file sets in the environment of the product. */
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url(ROLE),
                "SPRING_DATASOURCE_USERNAME", ROLE,
                "SPRING_DATASOURCE_PASSWORD", PASSWORD);
    }

    /** The database with the rights of the product. */
    public DataSource database() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(ROLE));
        dataSource.setUser(ROLE);
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
