package io.crosswise.customer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.ImportRefused;
import io.crosswise.customer.LineReader;
import io.crosswise.customer.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineReaderTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void givesTheColumnsAskedForWhateverTheirOrderInTheFile() {
        assertThat(read("b,c,a\n1,2,3\n\n 4 ,5,\"6, 7\"\n", "a", "b")).isEqualTo(2);

        assertThat(lines).containsExactly("2: [3, 1]", "4: [6, 7, 4]");
    }

    @Test
    void countsLinesAcrossQuotedLineBreaksAndAcceptsWindowsLineEnds() {
        read("a,b\r\n1,\"x\r\ny\"\r\n2,z\r\n", "a", "b");

        assertThat(lines).containsExactly("2: [1, x\r\ny]", "4: [2, z]");
    }

    @Test
    void skipsAByteOrderMark() {
        read("\uFEFFa,b\n1,2\n", "a");

        assertThat(lines).containsExactly("2: [1]");
    }

    @Test
    void namesTheLineOfARowWithTooManyOrTooFewFieldsAndGoesOn() {
        assertThat(read("a,b\n1\n1,2,3\n4,5\n", "a")).isEqualTo(3);

        assertThat(lines)
                .containsExactly(
                        "2 malformed: the line has 1 fields instead of 2",
                        "3 malformed: the line has 3 fields instead of 2",
                        "4: [4]");
    }

    @Test
    void refusesAMissingARepeatedAndAnAbsentHeader() {
        assertRefused("a,b\n1,2\n", "bad-header", "table.csv has no column 'c' in its first line", "a", "c");
        assertRefused("a,b,a\n1,2,3\n", "bad-header", "table.csv has the column 'a' twice", "a");
        assertRefused("", "bad-header", "table.csv is empty: its first line must name the columns", "a");
    }

    @Test
    void refusesTheFirstByteThatIsNotUtf8WithItsLine() {
        byte[] latin = "a,b\n1,ok\n2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] cut = Arrays.copyOf("a\n\u20ac".getBytes(StandardCharsets.UTF_8), 4);
        byte[] sixteen = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);

        assertRefused(latin, "not-utf-8", "table.csv: line 3 is not UTF-8");
        assertRefused(cut, "not-utf-8", "table.csv: line 2 is not UTF-8");
        assertRefused(sixteen, "not-utf-8", "table.csv: line 1 is not UTF-8");
    }

    @Test
    void readsCharactersThatLieAcrossTheEndOfABuffer() {
        String wide = "\u20ac\ud83d\ude00".repeat(50_000);

        read("a\n" + wide + "\n", "a");

        assertThat(lines).containsExactly("2: [" + wide + "]");
    }

    @Test
    void refusesALineOfTwoGigabytesWithoutHoldingIt() {
        Endless endless = new Endless(2L << 30);

        assertThatThrownBy(() -> read(
                        () -> new SequenceInputStream(bytes("a,b\n1,2\n3,"), endless), List.of("a", "b")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("table.csv: the line that starts at line 3 is longer than 1048576 characters");
        assertThat(endless.given).as("bytes read before giving up").isLessThan(8L << 20);
    }

    @Test
    void refusesALongLineOfManyShortFieldsAndAQuoteThatIsNeverClosed() {
        assertRefused("a,b\n" + "x,".repeat(5_000) + "\n", "bad-csv", "starts at line 2", "a");
        assertRefused("a,b\n1,\"" + "2\n3,4\n".repeat(300_000), "bad-csv", "starts at line 2", "a");
    }

    private long read(String csv, String... columns) {
        return read(() -> bytes(csv), List.of(columns));
    }

    private void assertRefused(String csv, String type, String message, String... columns) {
        assertRefused(() -> read(csv, columns), type, message);
    }

    private void assertRefused(byte[] csv, String type, String message) {
        assertRefused(() -> read(() -> new ByteArrayInputStream(csv), List.of("a")), type, message);
    }

    private static void assertRefused(Runnable reading, String type, String message) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            assertThat(refused.type()).isEqualTo(type);
            assertThat(refused).hasMessageContaining(message);
        });
    }

    private long read(SourceFile.Opener opener, List<String> columns) {
        lines.clear();
        return new CsvLineReader().read(new SourceFile("table.csv", opener), ',', columns, new LineReader.Lines() {
            @Override
            public void line(long number, List<String> values) {
                lines.add(number + ": " + values);
            }

            @Override
            public void malformed(long number, String reason) {
                lines.add(number + " malformed: " + reason);
            }
        });
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many letters without a line break, made as they are read. */
    private static final class Endless extends InputStream {
        private final long size;
        private long given;

        Endless(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return given++ < size ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (given >= size) {
                return -1;
            }
            Arrays.fill(target, offset, offset + length, (byte) 'x');
            given += length;
            return length;
        }
    }
}
