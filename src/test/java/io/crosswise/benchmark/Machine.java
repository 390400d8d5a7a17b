package io.crosswise.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The machine a figure was measured on. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** @param software as a contender describes it */
    static String describe(Path data, Map<String, String> software) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "Machine: %d cores (%s), %d GB memory, %s %s; each application %s on %s; PostgreSQL %s on %s, fsync and synchronous_commit on."
                .formatted(
                        system.getAvailableProcessors(),
                        processor(),
                        Math.round(system.getTotalMemorySize() / 1e9),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        software.get("java"),
                        String.join(" ", ContenderProcess.JVM_FLAGS),
                        software.get("postgres"),
                        Files.getFileStore(data).type());
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(PROCESSORS).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
