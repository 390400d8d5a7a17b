package io.crosswise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.testing.OperatorPostgres;
import io.crosswise.testing.Product;
import io.crosswise.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps the product from starting is told in one sentence with what to change, and ends its process as failed. */
class StartRefusedIT {
    private static OperatorPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = OperatorPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void whenNoDatabaseAnswers() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int closed = taken.getLocalPort();
            taken.close();
            assertThat(refused(Map.of(), "--spring.datasource.url=jdbc:postgresql://localhost:" + closed + "/crosswise"))
                    .contains("The database does not answer", "localhost:" + closed, "Check spring.datasource.url");
        }
    }

    @Test
    void whenTheAddressIsNoneOfAPostgres() throws Exception {
        assertThat(refused(Map.of(), "--spring.datasource.url=postgres://crosswise:secret@localhost/crosswise"))
                .contains("spring.datasource.url is not the address of a PostgreSQL", "jdbc:postgresql://")
                .doesNotContain("secret");
    }

    @Test
    void whenThePasswordIsWrong() throws Exception {
        assertThat(refused(postgres.environment(), "--spring.datasource.password=wrong"))
                .contains("The database refuses the user", "Check spring.datasource.username and spring.datasource.password");
    }

    @Test
    void whenTheDatabaseIsMissing() throws Exception {
        assertThat(refused(postgres.environment(), "--spring.datasource.url=" + postgres.url("nowhere")))
                .contains("There is no such database", "\"nowhere\"", "Create it");
    }

    @Test
    void whenTheDatabaseBelongsToSomebodyElse() throws Exception {
        assertThat(refused(postgres.environment(), "--spring.datasource.url=" + postgres.url("postgres")))
                .contains("The database user may not", "GRANT CREATE ON DATABASE");
    }

    @Test
    void whenNobodyWouldBeAdministrator() throws Exception {
        assertThat(refused(Map.of(), "--spring.datasource.url=" + TestPostgres.emptyDatabase()))
                .contains("There is no administrator", "Set crosswise.admin.user and crosswise.admin.password");
    }

    @Test
    void whenThePortIsBusy() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refused(
                            Map.of(),
                            "--crosswise.data.directory=data",
                            "--server.port=" + other.getLocalPort()))
                    .contains("Port " + other.getLocalPort() + " was already in use", "listen on another port");
        }
    }

    @Test
    void whenAnotherInstanceHasTheDataFolder() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (FileChannel lock = FileChannel.open(
                data.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            assertThat(refused(Map.of(), "--crosswise.data.directory=data"))
                    .contains("in use by another running instance", "--crosswise.data.directory=<another folder>");
        }
    }

    @Test
    void whenTheDataFolderIsOfAnotherMajorVersion() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");

        assertThat(refused(Map.of(), "--crosswise.data.directory=data"))
                .contains("holds data of PostgreSQL 16, this version needs 17", "Move the folder away");
    }

    @Test
    void whenTheFolderToImportIsMissing() throws Exception {
        assertThat(refused(
                        postgres.environment(),
                        "--crosswise.admin.user=boss",
                        "--crosswise.admin.password=" + OperatorPostgres.PASSWORD,
                        "--crosswise.import.directory=nowhere",
                        "--crosswise.import.mapping=ibm-telco-v11"))
                .contains("crosswise.import.directory is no folder: nowhere");
    }

    private String refused(Map<String, String> environment, String... arguments) throws Exception {
        try (Product product = Product.launch(folder, environment, arguments)) {
            assertThat(product.exitCode()).isPositive();
            assertThat(product.messages()).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
            return product.messages();
        }
    }
}
