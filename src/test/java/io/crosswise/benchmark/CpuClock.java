package io.crosswise.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time used so far by this JVM and by its PostgreSQL with all its backends. */
final class CpuClock {
    /** Milliseconds of processor time. */
    record Used(double applicationMs, double databaseMs) {
        Used since(Used before) {
            return new Used(applicationMs - before.applicationMs, databaseMs - before.databaseMs);
        }
    }

    private final OperatingSystemMXBean application = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ProcessHandle server;

    CpuClock(Path postgres) throws java.io.IOException {
        long pid = Long.parseLong(Files.readAllLines(postgres.resolve("postmaster.pid")).get(0).strip());
        server = ProcessHandle.of(pid).orElseThrow();
    }

    Used read() {
        double database = Stream.concat(Stream.of(server), server.children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
        return new Used(application.getProcessCpuTime() / 1e6, database / 1e6);
    }
}
