package io.crosswise.experiment;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.experiment.Treatment.Action;
import io.crosswise.trigger.TriggerTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what is wrong with a definition, all of it at once, in sentences. */
public class CheckExperiment {
    private static final String NAME = "[a-z0-9][a-z0-9-]{1,59}";
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Catalogues catalogues;
    private final TriggerTypes triggerTypes;
    private final MessageVariants variants;

    public CheckExperiment(Catalogues catalogues, TriggerTypes triggerTypes, MessageVariants variants) {
        this.catalogues = catalogues;
        this.triggerTypes = triggerTypes;
        this.variants = variants;
    }

    /** Empty when nothing is wrong. */
    public List<String> check(Experiment experiment, Instant now) {
        List<String> wrong = new ArrayList<>();
        need(wrong, experiment.name() != null && experiment.name().matches(NAME), "name is 2 to 60 lower-case letters, digits and dashes");
        need(wrong, experiment.kind() != null, "kind is missing");
        need(wrong, experiment.kind() != Kind.UNIVERSAL_HOLD_OUT, "the universal hold-out exists once, set by crosswise.decision.hold-out-share");
        need(wrong, filled(experiment.hypothesis()), "hypothesis is missing: say what you expect, before you look");
        need(wrong, filled(experiment.group()) && !experiment.group().equals(Experiment.UNIVERSAL), "group is the name of an exclusion group");
        need(wrong, experiment.traffic() > 0 && experiment.traffic() <= 1, "traffic is a share of the group above 0 and at most 1");
        period(wrong, experiment, now);
        audience(wrong, experiment);
        arms(wrong, experiment);
        if (wrong.isEmpty()) {
            customers(wrong, experiment);
        }
        return wrong;
    }

    private static void customers(List<String> wrong, Experiment experiment) {
        int[] buckets = AllotBuckets.wanted(experiment);
        for (int arm = 0; arm < buckets.length; arm++) {
            need(wrong, buckets[arm] > 0, "arm %s would get less than one in %d customers; give it a larger share or more traffic"
                    .formatted(experiment.arms().get(arm).name(), BucketRange.BUCKETS));
        }
    }

    private static void period(List<String> wrong, Experiment experiment, Instant now) {
        if (experiment.from() == null || experiment.until() == null || experiment.expiry() == null) {
            wrong.add("until is missing: an experiment has an end");
            return;
        }
        need(wrong, experiment.from().isBefore(experiment.until()), "from is before until");
        need(wrong, experiment.until().isAfter(now), "until lies in the future");
        need(wrong, !experiment.expiry().isBefore(experiment.until()), "expiry is not before until");
        need(wrong, !experiment.window().isNegative() && !experiment.window().isZero() && experiment.window().compareTo(LONGEST) <= 0,
                "window is a time such as P30D, at most a year");
    }

    private void audience(List<String> wrong, Experiment experiment) {
        Audience audience = experiment.audience();
        for (String type : audience.triggerTypes()) {
            need(wrong, triggerTypes.find(type).isPresent(), "there is no trigger type %s; there are %s".formatted(type, triggerTypes.names()));
        }
        need(wrong, audience.segments().stream().noneMatch(segment -> audience.market() != null && !segment.name().startsWith(audience.market().name())),
                "a segment is none of market " + audience.market());
        if (experiment.kind() == Kind.PROGRAMME_HOLD_OUT) {
            need(wrong, filled(experiment.programme()), "programme is missing: name what is held back");
            need(wrong, !audience.triggerTypes().isEmpty() || !audience.categories().isEmpty(),
                    "a programme is made of triggerTypes or categories of the audience");
        } else {
            need(wrong, audience.categories().isEmpty(), "categories belong to hold-outs of a programme only");
        }
    }

    private void arms(List<String> wrong, Experiment experiment) {
        List<Arm> arms = experiment.arms();
        Set<String> names = new HashSet<>();
        double sum = arms.stream().mapToDouble(Arm::share).sum();
        need(wrong, arms.size() >= 2, "an experiment has two arms or more");
        need(wrong, Math.abs(sum - 1) < 1e-9, "shares of the arms sum to 1, not to " + Math.round(sum * 1e6) / 1e6);
        for (Arm arm : arms) {
            need(wrong, filled(arm.name()) && names.add(arm.name()), "every arm has a name of its own");
            need(wrong, arm.share() > 0 && arm.share() < 1, "the share of arm " + arm.name() + " is above 0 and below 1");
            treatment(wrong, experiment.kind(), arm);
        }
        if (experiment.kind() != null && experiment.kind().isHoldOut()) {
            need(wrong, names.equals(Set.of(Experiment.HELD_OUT, Experiment.TREATED))
                            && arms.stream().allMatch(arm -> arm.name().equals(Experiment.HELD_OUT) == (arm.treatment().action() == Action.HOLD_OUT)),
                    "a hold-out has the arms HELD_OUT, whose action is HOLD_OUT, and TREATED, whose action is NONE");
        } else {
            need(wrong, arms.stream().filter(arm -> arm.treatment().action() == Action.NONE).count() == 1,
                    "one arm, the control, has the action NONE");
        }
    }

    private void treatment(List<String> wrong, Kind kind, Arm arm) {
        Treatment treatment = arm.treatment();
        String of = " of arm " + arm.name();
        need(wrong, kind == null || kind.mayDo(treatment.action()), "the action %s%s is none of kind %s".formatted(treatment.action(), of, kind));
        switch (treatment.action()) {
            case PREFER_OFFER, EXCLUDE_OFFER -> need(wrong, isOnSale(treatment.offer()), "the offer" + of + " is not on sale: " + treatment.offer());
            case CHANGE_DISCOUNT -> {
                need(wrong, treatment.euros() != null && (treatment.euros().isPositive() || treatment.euros().isNegative()),
                        "euros" + of + " are missing: what a month's discount changes by");
                need(wrong, treatment.offer() == null || catalogues.current().offer(treatment.offer()).isPresent(),
                        "the offer" + of + " is not on sale by itself, and bundles keep their discount: " + treatment.offer());
            }
            case PREFER_CHANNEL -> need(wrong, treatment.channel() != null, "channel" + of + " is missing");
            case MESSAGE -> need(wrong, treatment.variant() != null && variants.names().contains(treatment.variant()),
                    "the variant%s is %s; there are %s".formatted(of, treatment.variant(), variants.names()));
            case NONE, HOLD_OUT -> { }
        }
    }

    private boolean isOnSale(String code) {
        Catalogue catalogue = catalogues.current();
        return code != null && (catalogue.offer(code).isPresent() || catalogue.bundle(code).isPresent());
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private static void need(List<String> wrong, boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
