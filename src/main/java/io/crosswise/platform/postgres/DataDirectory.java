package io.crosswise.platform.postgres;

import io.crosswise.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The folder that holds the demo's data; one instance at a time may have it. */
final class DataDirectory implements AutoCloseable {
    static final String MAJOR_VERSION = "17";
    private final Path directory;
    private final FileChannel channel;

    private DataDirectory(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the folder for this instance and stops a PostgreSQL that a killed instance left running in it.
     *
     * @throws StartRefused when another instance has it, it cannot be written, or it holds data of another major version
     */
    static DataDirectory claim(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartRefused(
                        "The data folder " + directory + " is in use by another running instance.",
                        "Stop that instance, or start this one with --crosswise.data.directory=<another folder>.");
            }
            DataDirectory claimed = new DataDirectory(directory, channel);
            claimed.refuseOtherVersion();
            claimed.stopOrphan();
            return claimed;
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + directory + " cannot be used: " + e.getMessage(),
                    "Make it writable, or choose another with --crosswise.data.directory=<folder>.");
        }
    }

    Path postgres() {
        return directory.resolve("postgres");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void refuseOtherVersion() throws IOException {
        Path version = postgres().resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
            String found = Files.readString(version).strip();
            close();
            throw new StartRefused(
                    "The data folder " + directory + " holds data of PostgreSQL " + found + ", this version needs " + MAJOR_VERSION + ".",
                    "Move the folder away, or choose another with --crosswise.data.directory=<folder>.");
        }
    }

    /** A kill -9 of the product leaves its PostgreSQL alive; it must end before a new one may open the same files. */
    private void stopOrphan() throws IOException {
        Path pidFile = postgres().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            List<String> lines = Files.readAllLines(pidFile);
            ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(DataDirectory::isPostgres)
                    .ifPresent(DataDirectory::stop);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(command -> command.contains("postgres")).isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().orTimeout(15, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new StartRefused(
                    "A PostgreSQL left by a killed instance (process " + process.pid() + ") does not stop.",
                    "End that process and start again.");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
