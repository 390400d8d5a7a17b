package io.crosswise.decision;

import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.crosswise.policy.ContactHistory;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.ContactBuilder;
import io.crosswise.testing.RandomCustomers;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** What was read comes back from its JSON exactly as it was: to the digit, the nanosecond and the order. */
class DecisionInputTest {
    /** As the product writes it. */
    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .featuresToDisable(
                    SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    @Property(tries = 500)
    void comesBackFromItsJsonAsItWas(
            @ForAll long customer,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
            @ForAll ChannelCode channel,
            @ForAll int count)
            throws JsonProcessingException {
        Instant at = Instant.ofEpochSecond(second, nano);
        DecisionInput input = anInput()
                .about(RandomCustomers.customer(customer))
                .at(at)
                .with(new ContactHistory(
                        Collections.nCopies(Math.floorMod(count, 5), ContactBuilder.touch(channel, at)), count % 2 == 0 ? at : null, List.of()))
                .withRoomFor(Map.of(channel, count))
                .with(List.of(new DecisionId("D-" + customer)))
                .build();

        String written = JSON.writeValueAsString(input);
        DecisionInput read = JSON.readValue(written, DecisionInput.class);

        assertThat(read).isEqualTo(input);
        assertThat(read.features().keySet()).containsExactlyElementsOf(input.features().keySet());
        assertThat(JSON.writeValueAsString(read)).isEqualTo(written);
    }
}
