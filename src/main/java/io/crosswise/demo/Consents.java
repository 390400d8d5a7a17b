package io.crosswise.demo;

import io.crosswise.shared.ChannelCode;
import java.util.EnumMap;
import java.util.Map;

/** Draws a customer's consents; who never answered has no entry. */
final class Consents {
    private final Dice dice;
    private final Map<ChannelCode, Boolean> answers = new EnumMap<>(ChannelCode.class);

    Consents(Dice dice) {
        this.dice = dice;
    }

    /** @param yes and no as shares of customers; the rest is unknown */
    void ask(ChannelCode channel, double yes, double no) {
        double draw = dice.uniform("consent", channel.ordinal());
        if (draw < yes + no) {
            answers.put(channel, draw < yes);
        }
    }

    Map<ChannelCode, Boolean> answers() {
        return answers;
    }
}
