package io.crosswise.trigger.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crosswise.shared.StableHash;
import io.crosswise.trigger.CanonicalBody;
import io.crosswise.trigger.TriggerEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Canonical JSON by sorted keys at every depth. */
public class JsonCanonicalBody implements CanonicalBody {
    private static final ObjectMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    @Override
    public String sha256(TriggerEvent event) {
        try {
            String body = CANONICAL.writeValueAsString(
                    List.of(event.type(), event.subject().value(), String.valueOf(event.time()), event.data()));
            return StableHash.sha256(body.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
