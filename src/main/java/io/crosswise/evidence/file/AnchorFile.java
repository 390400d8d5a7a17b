package io.crosswise.evidence.file;

import io.crosswise.evidence.Anchors;
import io.crosswise.evidence.Head;
import io.crosswise.evidence.Hex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Heads in a text file that is only appended to, one line each: time, first and last sequence, key, hash. A line {@code joined} says
 * where a later node began; a line that a crash left torn is ended with a mark, and its head comes again with the next run.
 */
public class AnchorFile implements Anchors {
    private static final Pattern JOINED = Pattern.compile("joined (\\d{1,18})");
    private static final String TORN = " torn";
    private static final int LONGEST_LINE = 1_024;
    private static final int HASH_DIGITS = 64;
    private final Path file;
    private Head last;
    private Long joined;

    /** @throws UncheckedIOException when the folder cannot be made or the file cannot be read */
    public AnchorFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read(1_000, heads -> heads.forEach(this::remember), line -> {});
        joined = readJoined();
    }

    /** Null unless the file begins so: a line further down would hide what is missing before it. */
    private Long readJoined() {
        if (!Files.exists(file)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.dropWhile(line -> line.endsWith(TORN))
                    .findFirst()
                    .map(JOINED::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> Long.valueOf(matcher.group(1)))
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void append(Head head) {
        write(line(head));
        remember(head);
    }

    @Override
    public synchronized void join(Head head) {
        write("joined " + head.last() + "\n" + line(head));
        joined = head.last();
        remember(head);
    }

    private static String line(Head head) {
        return "%s %d %d %s %s\n".formatted(head.sealedAt(), head.first(), head.last(), head.keyId(), Hex.of(head.hash()));
    }

    /** Opened for appending only, as a file must be that its owner may not change (chattr +a). */
    private void write(String lines) {
        try {
            String before = endOfTorn();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap((before + lines).getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A crash can leave half a line, or one that only lacks its end; empty when the last line is whole. */
    private String endOfTorn() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(Math.max(0, channel.size() - LONGEST_LINE));
            String end = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.ISO_8859_1);
            String line = end.substring(end.lastIndexOf('\n') + 1);
            return line.isEmpty() ? "" : isReadable(line) ? "\n" : TORN + "\n";
        }
    }

    private static boolean isReadable(String line) {
        return JOINED.matcher(line).matches() || parse(line).isPresent();
    }

    @Override
    public synchronized Optional<Head> last() {
        return Files.exists(file) ? Optional.ofNullable(last) : Optional.empty();
    }

    @Override
    public synchronized boolean isNew() {
        return last == null;
    }

    @Override
    public synchronized Optional<Long> joined() {
        return Optional.ofNullable(joined);
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
                if (line.endsWith(TORN) || JOINED.matcher(line).matches()) {
                    continue;
                }
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
            return parts.length != 5 || parts[4].length() != HASH_DIGITS
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
