package io.crosswise.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.CrosswiseApplication;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** The product as an operator runs it: a JVM of its own, without the tests on its class path, whose messages go to a file. */
public final class Product implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(300);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private final TestRestTemplate rest = new TestRestTemplate();
    private final Process process;
    private final Path messages;
    private int port;

    private Product(Process process, Path messages) {
        this.process = process;
        this.messages = messages;
    }

    /** Starts a JVM on a free port and does not wait; it works and leaves its messages in the folder. */
    public static Product launch(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        Path messages = Files.createTempFile(folder, "messages", ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                CrosswiseApplication.class.getName(),
                "--logging.level.org.springframework.boot.web.embedded.tomcat=info"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(messages.toFile());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().putAll(environment);
        return new Product(builder.start(), messages);
    }

    /** Waits until it says that it is healthy. */
    public Product ready() {
        Awaitility.await("start; see " + messages).atMost(LONGEST_START).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended while starting:\n" + messages());
            }
            return isHealthy();
        });
        return this;
    }

    private boolean isHealthy() throws IOException {
        Matcher started = PORT.matcher(messages());
        if (!started.find()) {
            return false;
        }
        port = Integer.parseInt(started.group(1));
        return rest.getForEntity("http://localhost:" + port + "/actuator/health", JsonNode.class).getStatusCode().is2xxSuccessful();
    }

    /** Sends a request under a name and a password; no body for null. */
    public ResponseEntity<JsonNode> exchange(String user, String password, HttpMethod method, String path, String body) {
        RequestEntity.BodyBuilder request = RequestEntity.method(method, URI.create("http://localhost:" + port + path))
                .headers(headers -> headers.setBasicAuth(user, password));
        return rest.exchange(
                body == null ? request.build() : request.contentType(MediaType.APPLICATION_JSON).body(body), JsonNode.class);
    }

    /** Asks as a demo user. */
    public JsonNode get(String user, String path) {
        return exchange(user, user, HttpMethod.GET, path, null).getBody();
    }

    /** Sends as a demo user. */
    public ResponseEntity<JsonNode> post(String user, String path, String body) {
        return exchange(user, user, HttpMethod.POST, path, body);
    }

    /** Everything it has written to its console. */
    public String messages() throws IOException {
        return Files.readString(messages);
    }

    /** As the kernel does: no shutdown hook runs. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end it comes to by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end; see " + messages);
        }
        return process.exitValue();
    }

    /** Asks it to stop, as a service manager does. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not stop; see " + messages);
        }
    }

    @Override
    public void close() throws InterruptedException {
        try {
            stop();
        } finally {
            kill();
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
