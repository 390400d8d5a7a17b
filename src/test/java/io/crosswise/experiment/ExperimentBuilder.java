package io.crosswise.experiment;

import io.crosswise.experiment.StoredExperiment.State;
import io.crosswise.experiment.Treatment.Action;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An experiment valid by default: half of all customers see offer O-TV preferred, from a day ago for a month. */
public final class ExperimentBuilder {
    public static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    public static final Treatment HELD_OUT = new Treatment(Action.HOLD_OUT, null, null, null, null);

    private final String name;
    private Kind kind = Kind.OFFER;
    private String programme;
    private Unit unit = Unit.CUSTOMER;
    private Audience audience = Audience.ALL;
    private Instant from = NOW.minus(Duration.ofDays(1));
    private Instant until = NOW.plus(Duration.ofDays(30));
    private Instant expiry = NOW.plus(Duration.ofDays(60));
    private String group;
    private double traffic = 1;
    private List<Arm> arms = List.of(new Arm("control", 0.5, Treatment.NONE), new Arm("tv-first", 0.5, preferring("O-TV")));

    private ExperimentBuilder(String name) {
        this.name = name;
        this.group = name;
    }

    public static ExperimentBuilder anExperiment(String name) {
        return new ExperimentBuilder(name);
    }

    public static Treatment preferring(String offer) {
        return new Treatment(Action.PREFER_OFFER, offer, null, null, null);
    }

    public static Treatment excluding(String offer) {
        return new Treatment(Action.EXCLUDE_OFFER, offer, null, null, null);
    }

    public static Treatment discounting(String offer, String euros) {
        return new Treatment(Action.CHANGE_DISCOUNT, offer, Money.euros(euros), null, null);
    }

    public static Treatment speakingOn(ChannelCode channel) {
        return new Treatment(Action.PREFER_CHANNEL, null, null, channel, null);
    }

    public static Treatment wording(String variant) {
        return new Treatment(Action.MESSAGE, null, null, null, variant);
    }

    public ExperimentBuilder of(Kind value, Treatment treatment) {
        return of(value, 0.5, treatment);
    }

    /** Two arms, {@code control} and {@code other}. */
    public ExperimentBuilder of(Kind value, double share, Treatment treatment) {
        kind = value;
        arms = List.of(new Arm("control", 1 - share, Treatment.NONE), new Arm("other", share, treatment));
        return this;
    }

    public ExperimentBuilder of(Arm... given) {
        arms = List.of(given);
        return this;
    }

    public ExperimentBuilder holdingOut(double share, Kind value, String heldBack) {
        kind = value;
        programme = heldBack;
        arms = List.of(
                new Arm(Experiment.HELD_OUT, share, HELD_OUT), new Arm(Experiment.TREATED, 1 - share, Treatment.NONE));
        return this;
    }

    /** The shares of as many arms, the first of which is the control. */
    public ExperimentBuilder sharing(double... shares) {
        List<Arm> given = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            given.add(new Arm("arm-" + i, shares[i], i == 0 ? Treatment.NONE : preferring("O-TV")));
        }
        arms = given;
        return this;
    }

    public ExperimentBuilder in(String exclusionGroup, double share) {
        group = exclusionGroup;
        traffic = share;
        return this;
    }

    public ExperimentBuilder by(Unit value) {
        unit = value;
        return this;
    }

    public ExperimentBuilder forDecisionsOn(Audience value) {
        audience = value;
        return this;
    }

    public ExperimentBuilder after(String triggerType) {
        audience = new Audience(null, Set.of(), Set.of(triggerType), Set.of());
        return this;
    }

    public ExperimentBuilder since(Instant begin) {
        from = begin;
        return this;
    }

    public ExperimentBuilder until(Instant end, Instant freed) {
        until = end;
        expiry = freed;
        return this;
    }

    public Experiment build() {
        return new Experiment(
                name, kind, "It sells more.", programme, unit, audience, from, until, expiry,
                Duration.ofDays(30), group, traffic, arms);
    }

    /** With buckets, alone in its group. */
    public StoredExperiment started() {
        Experiment experiment = build();
        return new StoredExperiment(
                experiment, 1, State.STARTED, AllotBuckets.allot(experiment, List.of(), List.of()).orElseThrow(), 1, NOW, "marketer");
    }
}
