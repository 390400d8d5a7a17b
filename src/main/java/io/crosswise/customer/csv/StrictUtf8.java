package io.crosswise.customer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and never guesses: the first byte that is not UTF-8 ends it, with its line. A byte order mark is skipped. */
final class StrictUtf8 extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean atStart = true;
    private boolean ended;
    private long line = 1;

    StrictUtf8(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("A character may need two places");
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (atStart && chars.position() > 0) {
                skipByteOrderMark(chars);
            }
            if (chars.position() > 0) {
                return counted(chars);
            }
            if (result.isError()) {
                throw new NotUtf8(line);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void skipByteOrderMark(CharBuffer chars) {
        atStart = false;
        if (chars.get(0) == '\uFEFF') {
            chars.flip().position(1);
            chars.compact();
        }
    }

    private int counted(CharBuffer chars) {
        for (int i = 0; i < chars.position(); i++) {
            line += chars.get(i) == '\n' ? 1 : 0;
        }
        return chars.position();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A byte that is not UTF-8. */
    static final class NotUtf8 extends IOException {
        final long line;

        NotUtf8(long line) {
            this.line = line;
        }
    }
}
