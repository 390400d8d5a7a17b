package io.crosswise.process.trigger;

import io.crosswise.process.engine.Definitions;
import io.crosswise.shared.Market;
import io.crosswise.trigger.TriggerType;
import io.crosswise.trigger.TriggerType.Field;
import io.crosswise.trigger.TriggerTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A trigger type is a process with a message start event of the same name; the properties of that event declare its market
 * ({@code market}) and the fields of its data ({@code data.<field>} = DATE, MONEY, COUNT or TEXT).
 */
@Component
class ProcessTriggerTypes implements TriggerTypes {
    private static final String FIELD = "data.";
    private final Definitions definitions;

    ProcessTriggerTypes(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Optional<TriggerType> find(String name) {
        return definitions.hasMessageStart(name) ? Optional.of(type(name, definitions.startProperties(name))) : Optional.empty();
    }

    @Override
    public List<String> names() {
        return definitions.messageStarts();
    }

    private static TriggerType type(String name, Map<String, String> properties) {
        Map<String, Field> fields = new LinkedHashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(FIELD)) {
                fields.put(key.substring(FIELD.length()), Field.valueOf(value));
            }
        });
        String market = properties.get("market");
        return new TriggerType(name, market == null ? null : Market.valueOf(market), fields);
    }
}
