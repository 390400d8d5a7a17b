package io.crosswise.demo;

import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Gender;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.shared.ChannelCode;
import java.util.List;
import java.util.Map;

/** Draws the traits of a consumer; shares are assumptions about a French operator's base. */
final class DrawConsumer {
    private static final List<String> LANGUAGES = List.of("fr", "en", "ar", "pt", "es");

    private DrawConsumer() {}

    static Traits draw(Dice dice) {
        int age = (int) Math.max(18, Math.min(92, Math.round(48 + 17 * dice.normal("age"))));
        boolean experienced = dice.chance("expertise", 1 / (1 + StrictMath.exp(0.06 * (age - 40) - 1.6)));
        int tenure = (int) Math.min(240, dice.waiting("tenure", 55 * (0.6 + age / 100.0)));
        double data = StrictMath.exp(2.9 - 0.015 * (age - 40) + (experienced ? 0.35 : 0) + 0.5 * dice.normal("data"));
        return new Traits(
                person(dice, age, experienced),
                null,
                Moment.drawn(dice, "since", tenure + 2),
                dice.normal("happiness"),
                dice.normal("wealth"),
                data,
                0.010 + 0.015 * dice.normal("growth"),
                StrictMath.exp(5.1 + 0.4 * dice.normal("voice")),
                Math.max(4, 20 + 0.8 * (age - 30) + 12 * dice.normal("tv")),
                dice.chance("volatile", 0.25) ? 0.22 : 0.04,
                new Network(
                        dice.chance("fibre-known", 0.98) ? dice.chance("fibre", 0.80) : null, dice.chance("5g", 0.97)),
                consents(dice),
                dice.chance("email", 0.94),
                dice.chance("phone", 0.97));
    }

    private static Person person(Dice dice, int age, boolean experienced) {
        int household = 1
                + (age < 27
                        ? dice.weighted("household", 55, 30, 10, 4, 1)
                        : age < 56
                                ? dice.weighted("household", 20, 25, 22, 23, 10)
                                : dice.weighted("household", 38, 52, 7, 2, 1));
        return new Person(
                age,
                List.of(Gender.FEMALE, Gender.MALE, Gender.OTHER).get(dice.weighted("gender", 50, 49, 1)),
                household,
                LANGUAGES.get(dice.weighted("language", 91, 3.5, 2, 2, 1.5)),
                experienced ? DigitalExpertise.EXPERIENCED : DigitalExpertise.NOVICE,
                dice.chance("vulnerable", age > 75 ? 0.09 : 0.03));
    }

    private static Map<ChannelCode, Boolean> consents(Dice dice) {
        Consents consents = new Consents(dice);
        consents.ask(ChannelCode.EMAIL, 0.66, 0.27);
        consents.ask(ChannelCode.SMS, 0.52, 0.40);
        consents.ask(ChannelCode.CALL_CENTRE, 0.46, 0.46);
        return consents.answers();
    }
}
