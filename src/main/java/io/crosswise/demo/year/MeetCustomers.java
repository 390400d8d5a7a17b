package io.crosswise.demo.year;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.demo.truth.CustomerTruth;
import io.crosswise.demo.truth.Disposition;
import io.crosswise.demo.truth.GroundTruth.Chances;
import io.crosswise.demo.truth.YearTruth;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.math.RoundingMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What customers do with an offer they are told of: buy, say no, keep silent, complain. */
final class MeetCustomers {
    private final World world;
    private final YearTruth truth;
    private final List<Encounter> encounters = new ArrayList<>();

    MeetCustomers(World world) {
        this.world = world;
        this.truth = world.truth;
    }

    /** How the answer reaches the operator. */
    interface Reply {
        /** Answers whether the order was taken. */
        boolean accept();

        void decline();
    }

    List<Encounter> encounters() {
        return encounters;
    }

    void meet(Presented offer, Reply reply) {
        Life life = world.life(offer.occasion().customer());
        if (life.isGone()) {
            return;
        }
        ServiceCategory category = offer.parts().get(0).category();
        String asked = offer.occasion().id() + "|" + category;
        CustomerTruth mind = world.mind(life.profile());
        double anyway = world.shelf
                .unasked(life.profile(), category, truth)
                .map(unasked -> world.unasked(life, unasked))
                .orElse(0.0);
        double ifOffered = truth.offersMatter() ? ifOffered(life, offer, mind) : anyway;
        boolean buys = truth.offersMatter()
                ? truth.happens("answer", asked, ifOffered)
                : wanted(life, offer) && truth.happens("answer", asked, anyway);
        Disposition disposition = mind.disposition(category);
        boolean complains = !buys && truth.happens("complaint", asked, complains(life, offer, mind));
        life.contactDays.add(world.today());
        life.ledger.contacts++;
        life.ledger.contactCost += offer.cost();
        encounters.add(new Encounter(
                life.id(),
                life.first.market(),
                ifOffered,
                anyway,
                disposition,
                monthly(life, offer),
                givesWay(life, offer),
                offer.cost(),
                offer.propensity(),
                buys,
                complains));
        if (!truth.offersMatter()) {
            confirm(life, reply, buys, asked);
            return;
        }
        offer.parts().forEach(part -> life.answered.add(offer.occasion().id() + "|" + part.category()));
        if (buys) {
            order(life, offer, reply, asked);
        } else {
            if (complains) {
                world.complain(life);
            }
            if (truth.happens("decline", asked, truth.parameters().contacts().declines().get(offer.channel()))) {
                world.later(days(asked), reply::decline);
            }
        }
    }

    private void order(Life life, Presented offer, Reply reply, String asked) {
        life.ledger.accepted++;
        offer.parts().forEach(part -> life.ordered.add(part.category()));
        world.later(days(asked), () -> {
            offer.parts().forEach(part -> life.ordered.remove(part.category()));
            if (!life.isGone() && reply.accept()) {
                List<Money> discounts = shares(offer);
                for (int i = 0; i < offer.parts().size(); i++) {
                    world.buy(life, offer.parts().get(i), discounts.get(i));
                }
            }
        });
    }

    /** Where offers change nothing, life goes on as it would have; an offer of what is bought anyway is accepted when it is bought. */
    private void confirm(Life life, Reply reply, boolean buys, String asked) {
        if (buys) {
            life.ledger.accepted++;
            world.later(world.delay(asked), reply::accept);
        } else {
            world.later(days(asked), reply::decline);
        }
    }

    private int days(String asked) {
        return (int) ((1 + truth.parameters().contacts().answerDays()) * truth.draw("answer-days", asked));
    }

    /** Where an offer changes nothing, the customer takes it only when it is what they wanted anyway. */
    private boolean wanted(Life life, Presented offer) {
        Offer only = offer.parts().get(0);
        return offer.parts().size() == 1
                && world.shelf
                        .unasked(life.profile(), only.category(), truth)
                        .map(only::equals)
                        .orElse(false);
    }

    /** True P(buys) when told of it today. */
    double ifOffered(Life life, Presented offer, CustomerTruth mind) {
        List<Money> discounts = shares(offer);
        List<Chances> parts = new ArrayList<>();
        for (int i = 0; i < offer.parts().size(); i++) {
            Chances fresh = mind.chances(offer.parts().get(i), discounts.get(i), offer.channel(), offer.hour());
            parts.add(truth.tired(fresh, life.contacts90d(world.today())));
        }
        return truth.bundle(parts).value();
    }

    /** True P(complains | told of it today and does not buy). */
    double complains(Life life, Presented offer, CustomerTruth mind) {
        return truth.complains(
                offer.channel(),
                life.contacts90d(world.today()),
                mind.disposition(offer.parts().get(0).category()));
    }

    private double monthly(Life life, Presented offer) {
        double more = -offer.discount().doubleValue();
        for (Offer part : offer.parts()) {
            more += part.monthlyMargin().doubleValue() - Shelf.margin(life.profile(), part.category());
        }
        return more;
    }

    private double givesWay(Life life, Presented offer) {
        return offer.parts().stream()
                .mapToDouble(part -> expectedLoss(life, part.category()))
                .sum();
    }

    /** Euros a month that a first service of the category is expected to take from those held. */
    double expectedLoss(Life life, ServiceCategory category) {
        if (Shelf.tier(life.profile(), category) > 0) {
            return 0;
        }
        return truth.substitutions(life.first.market(), category).stream()
                .filter(pair -> !life.givenWay.contains(pair.held()))
                .mapToDouble(pair -> truth.substitutes(pair) * pair.share() * Shelf.margin(life.profile(), pair.held()))
                .sum();
    }

    /** A bundle's discount by the prices of its parts; the cents add up. */
    static List<Money> shares(Presented offer) {
        BigDecimal prices = offer.parts().stream()
                .map(part -> part.monthlyPrice().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> shares = new ArrayList<>();
        Money rest = offer.discount();
        for (Offer part : offer.parts()) {
            Money share = prices.signum() == 0
                    ? rest
                    : new Money(rest.amount().multiply(part.monthlyPrice().amount()).divide(prices, 2, RoundingMode.HALF_UP));
            shares.add(share);
            rest = rest.minus(share);
            prices = prices.subtract(part.monthlyPrice().amount());
        }
        return shares;
    }
}
