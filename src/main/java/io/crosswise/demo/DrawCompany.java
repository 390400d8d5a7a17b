package io.crosswise.demo;

import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.demo.CompanyTraits.Branch;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import java.util.ArrayList;
import java.util.List;

/** Draws the traits of a company; shares are assumptions about a French operator's business customers. */
final class DrawCompany {
    private static final List<String> SECTORS = List.of(
            "agriculture",
            "construction",
            "education",
            "energy",
            "finance",
            "healthcare",
            "hospitality",
            "logistics",
            "manufacturing",
            "professional_services",
            "public_sector",
            "retail",
            "technology");
    private static final List<String> CITIES = List.of(
            "Paris",
            "Marseille",
            "Lyon",
            "Toulouse",
            "Nice",
            "Nantes",
            "Montpellier",
            "Strasbourg",
            "Bordeaux",
            "Lille",
            "Rennes",
            "Reims",
            "Toulon",
            "Saint-Étienne",
            "Le Havre",
            "Dijon",
            "Grenoble",
            "Angers",
            "Villeurbanne",
            "Nîmes",
            "Clermont-Ferrand",
            "Aix-en-Provence",
            "Brest",
            "Tours",
            "Limoges",
            "Amiens",
            "Metz",
            "Perpignan",
            "Besançon",
            "Orléans");

    private DrawCompany() {}

    static Traits draw(Dice dice, CustomerId parent, List<CustomerId> subsidiaries) {
        int[] sizes = new int[][] {{2, 4}, {5, 50}, {51, 249}, {250, 4000}}
                [subsidiaries.isEmpty() ? dice.weighted("size", 11, 62, 19, 8) : dice.weighted("size", 0, 25, 45, 30)];
        int employees =
                (int) Math.round(sizes[0] * StrictMath.pow((double) sizes[1] / sizes[0], dice.uniform("employees")));
        double growth = Math.round(100 * Math.max(-0.25, Math.min(0.6, 0.06 + 0.11 * dice.normal("growth")))) / 100.0;
        int openPositions =
                (int) Math.max(0, Math.round(employees * (0.02 + 0.5 * growth) * 2 * dice.uniform("hiring")));
        CompanyTraits company = new CompanyTraits(
                SECTORS.get(dice.weighted("sector", 5, 11, 5, 3, 6, 9, 8, 8, 12, 13, 5, 10, 8)),
                employees,
                growth,
                openPositions,
                sites(dice, employees),
                parent,
                subsidiaries,
                1 + (int) Math.min(9, StrictMath.log(employees) * dice.uniform("deciders")));
        int lines = (int) (employees * 0.6) + 1;
        return new Traits(
                null,
                company,
                Moment.drawn(dice, "since", 2 + (int) Math.min(240, dice.waiting("tenure", 62))),
                dice.normal("happiness"),
                dice.normal("wealth"),
                lines * StrictMath.exp(1.6 + 0.4 * dice.normal("data")),
                0.012 + 0.012 * dice.normal("data-growth"),
                lines * StrictMath.exp(5.3 + 0.3 * dice.normal("voice")),
                0,
                dice.chance("volatile", 0.15) ? 0.15 : 0.03,
                new Network(
                        dice.chance("fibre-known", 0.98) ? dice.chance("fibre", 0.84) : null, dice.chance("5g", 0.98)),
                consents(dice).answers(),
                dice.chance("email", 0.98),
                dice.chance("phone", 0.99));
    }

    private static List<Branch> sites(Dice dice, int employees) {
        int count = 1 + (int) Math.min(11, StrictMath.log(Math.max(1, employees / 6.0)) * 1.6 * dice.uniform("sites"));
        boolean opening = dice.chance("new-site", 0.20);
        List<Branch> sites = new ArrayList<>();
        for (int i = 0; i < count + (opening ? 1 : 0); i++) {
            boolean opened = i == count;
            sites.add(new Branch(
                    "S" + (i + 1),
                    CITIES.get((int) (CITIES.size() * dice.uniform("city", i))),
                    (i == 0 ? 0.5 : 0.5 / count) * (opened ? 0.6 : 1),
                    opened ? new Moment(dice.between("opened", 1, 8), dice.between("opened-day", 3, 24)) : null,
                    dice.uniform("site-fibre", i) < 0.84,
                    opened ? dice.chance("opened-connected", 0.25) : i == 0 || dice.uniform("connected", i) < 0.85));
        }
        return sites;
    }

    private static Consents consents(Dice dice) {
        Consents consents = new Consents(dice);
        consents.ask(ChannelCode.EMAIL, 0.74, 0.19);
        consents.ask(ChannelCode.SMS, 0.42, 0.44);
        consents.ask(ChannelCode.CALL_CENTRE, 0.55, 0.34);
        consents.ask(ChannelCode.ACCOUNT_MANAGER, 0.88, 0.05);
        return consents;
    }
}
