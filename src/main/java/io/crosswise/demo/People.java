package io.crosswise.demo;

import io.crosswise.customer.PersonalData;
import io.crosswise.shared.CustomerId;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Invents names and addresses that belong to nobody: mail under {@code .invalid}, numbers ARCEP keeps for fiction. */
final class People {
    private static final List<String> FIRST = List.of(
            "Camille",
            "Louise",
            "Emma",
            "Jade",
            "Alice",
            "Chloé",
            "Inès",
            "Léa",
            "Manon",
            "Nadia",
            "Sophie",
            "Isabelle",
            "Fatou",
            "Gabriel",
            "Louis",
            "Jules",
            "Adam",
            "Lucas",
            "Hugo",
            "Nathan",
            "Karim",
            "Thomas",
            "Philippe",
            "Jean",
            "Michel",
            "Ousmane");
    private static final List<String> LAST = List.of(
            "Martin",
            "Bernard",
            "Thomas",
            "Petit",
            "Robert",
            "Richard",
            "Durand",
            "Dubois",
            "Moreau",
            "Laurent",
            "Simon",
            "Michel",
            "Lefebvre",
            "Leroy",
            "Roux",
            "David",
            "Bertrand",
            "Morel",
            "Fournier",
            "Girard",
            "Diallo",
            "Nguyen",
            "Benali",
            "Da Silva");
    private static final List<String> FORMS = List.of("SARL", "SAS", "et Fils", "Groupe", "Services", "Industrie");

    private People() {}

    static PersonalData of(SimulatedCustomer customer) {
        Dice dice = customer.dice();
        Traits traits = customer.traits();
        String last = dice.pick("last-name", LAST);
        String name = traits.company() == null
                ? dice.pick("first-name", FIRST) + " " + last
                : last + " " + dice.pick("form", FORMS);
        return new PersonalData(
                name,
                traits.hasEmail() ? plain(name) + "." + digits(customer.id()) + "@demo.invalid" : null,
                traits.hasPhone()
                        ? "+33 6 39 98 %02d %02d"
                                .formatted(dice.between("phone-1", 0, 99), dice.between("phone-2", 0, 99))
                        : null);
    }

    private static String digits(CustomerId id) {
        return id.value().substring(2);
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return letters.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    }
}
