package io.crosswise.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** A contender's JVM as the benchmark sees it. */
final class ContenderProcess implements AutoCloseable {
    static final List<String> JVM_FLAGS = List.of("-Xms1g", "-Xmx1g");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contender contender;
    private final Path data;
    private final Path log;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    private ContenderProcess(Contender contender, Path data, Path log, Process process) {
        this.contender = contender;
        this.data = data;
        this.log = log;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static ContenderProcess start(Contender contender, Path reports) throws IOException {
        Path data = Files.createTempDirectory(reports, contender.file("-data-"));
        Path log = reports.resolve(contender.file(".log"));
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"));
        command.command().addAll(JVM_FLAGS);
        command.command().addAll(List.of(
                "-cp", classPath(), BenchmarkedApplication.class.getName(), contender.name(), data.toString()));
        command.redirectError(log.toFile());
        return new ContenderProcess(contender, data, log, command.start());
    }

    /** The next answer. */
    <T> T answer(TypeReference<T> type) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(BenchmarkedApplication.ANSWER)) {
                return JSON.readValue(line.substring(BenchmarkedApplication.ANSWER.length()), type);
            }
        }
        throw new IllegalStateException("The " + contender.title() + " ended early; see " + log);
    }

    <T> T tell(String command, TypeReference<T> type) throws IOException {
        commands.println(command);
        return answer(type);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        FileSystemUtils.deleteRecursively(data);
    }

    /** Maven runs this class in a class loader of its own, so the class path of this JVM may not be ours. */
    static String classPath() {
        return ContenderProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(System.getProperty("path.separator")))
                : System.getProperty("java.class.path");
    }
}
