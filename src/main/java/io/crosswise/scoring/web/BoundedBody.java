package io.crosswise.scoring.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.platform.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/** A request's body, read up to a limit. */
class BoundedBody extends FilterInputStream {
    private final long limit;
    private long left;

    BoundedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
        this.left = limit;
    }

    JsonNode json(ObjectMapper json) throws IOException {
        try {
            return json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(this);
        } catch (JsonProcessingException e) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "The body is not JSON");
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new Problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "payload-too-large",
                    "Payload too large",
                    "The body is at most " + (limit >> 20) + " MB; send it in parts");
        }
    }
}
