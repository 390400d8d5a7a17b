package io.crosswise.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.platform.Problem;
import io.crosswise.shared.ChannelCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Reads answers per channel; one that cannot be understood refuses them all. */
final class ConsentAnswers {
    private ConsentAnswers() {}

    /** @throws Problem 422 for no answer at all, a channel nobody knows, or an answer other than true or false */
    static Map<ChannelCode, Boolean> read(JsonNode body) {
        if (!body.isObject() || body.isEmpty()) {
            throw refused("Send an object with an answer per channel, for example {\"EMAIL\": false}");
        }
        Map<ChannelCode, Boolean> answers = new EnumMap<>(ChannelCode.class);
        body.fields().forEachRemaining(answer -> {
            if (!answer.getValue().isBoolean()) {
                throw refused("Every answer is true or false");
            }
            answers.put(channel(answer.getKey()), answer.getValue().booleanValue());
        });
        return answers;
    }

    private static ChannelCode channel(String name) {
        return Arrays.stream(ChannelCode.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("The channels are " + Arrays.toString(ChannelCode.values())));
    }

    private static Problem refused(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "bad-consents", "Bad consents", detail);
    }
}
