package io.crosswise.evidence.file;

import io.crosswise.evidence.Anchors;
import io.crosswise.evidence.Head;
import io.crosswise.evidence.Hex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Heads in a text file that is only appended to, one line each: time, first and last sequence, key, hash. */
public class AnchorFile implements Anchors {
    private final Path file;
    private Head last;

    /** @throws UncheckedIOException when the folder cannot be made or the file cannot be read */
    public AnchorFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read(1_000, heads -> heads.forEach(this::remember), line -> {});
    }

    @Override
    public synchronized void append(Head head) {
        String line = "%s %d %d %s %s\n".formatted(head.sealedAt(), head.first(), head.last(), head.keyId(), Hex.of(head.hash()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            if (isTorn(channel)) {
                line = "\n" + line;
            }
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(head);
    }

    /** A crash can leave half a line; the next one begins on a line of its own. */
    private static boolean isTorn(FileChannel channel) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(end, channel.size() - 1) == 1 && end.get(0) != '\n';
    }

    @Override
    public synchronized Optional<Head> last() {
        return Files.exists(file) ? Optional.ofNullable(last) : Optional.empty();
    }

    @Override
    public void read(int atATime, Consumer<List<Head>> heads, Consumer<Long> unreadable) {
        if (!Files.exists(file)) {
            return;
        }
        List<Head> some = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Optional<Head> head = parse(line);
                if (head.isEmpty()) {
                    unreadable.accept(number);
                    continue;
                }
                some.add(head.get());
                if (some.size() == atATime) {
                    heads.accept(some);
                    some = new ArrayList<>();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        heads.accept(some);
    }

    @Override
    public String place() {
        return file.toString();
    }

    private void remember(Head head) {
        last = last == null || Comparator.comparing(Head::last).compare(head, last) > 0 ? head : last;
    }

    private static Optional<Head> parse(String line) {
        String[] parts = line.split(" ");
        try {
            return parts.length != 5
                    ? Optional.empty()
                    : Optional.of(new Head(
                            Long.parseLong(parts[1]),
                            Long.parseLong(parts[2]),
                            Instant.parse(parts[0]),
                            parts[3],
                            HexFormat.of().parseHex(parts[4])));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
