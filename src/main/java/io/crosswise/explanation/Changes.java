package io.crosswise.explanation;

import static io.crosswise.explanation.Change.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.decision.DecisionInput;
import io.crosswise.explanation.Change.Step;
import io.crosswise.shared.ChannelCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What could be otherwise with this customer: what passes or can be done first, what somebody is last. */
final class Changes {
    private static final List<Integer> DAYS = List.of(1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365);
    private static final int MONTHS_OF_COMMITMENT = 36;

    private final DecisionInput input;
    private final CustomerProfile profile;
    private final List<Change> changes = new ArrayList<>();

    private Changes(DecisionInput input) {
        this.input = input;
        this.profile = input.profile();
    }

    /** In the order in which they are preferred as an answer. */
    static List<Change> of(DecisionInput input) {
        Changes all = new Changes(input);
        all.commitments();
        all.time();
        all.money();
        all.complaints();
        all.consents();
        all.network();
        all.usage();
        all.household();
        all.company();
        all.promotion();
        all.holdings();
        return List.copyOf(all.changes);
    }

    private void commitments() {
        for (int i = 0; i < profile.holdings().size(); i++) {
            Holding held = profile.holdings().get(i);
            LocalDate end = held.commitmentEnd();
            if (end != null && end.isAfter(input.decidedOn())) {
                String path = "/profile/holdings/" + i;
                add("commitment", 1, MONTHS_OF_COMMITMENT, months -> step(
                        tree -> at(tree, path).put("commitmentEnd", end.minusMonths(months).toString()), months, held.service()));
            }
        }
    }

    /** The same customer some days later. */
    private void time() {
        changes.add(new Change("days", DAYS.stream()
                .map(days -> step(
                        tree -> tree.put("decidedAt", input.decidedAt().plus(Duration.ofDays(days)).toString()), days))
                .toList()));
        if (profile.engagement() != null && profile.engagement().lastOrder() != null) {
            LocalDate order = profile.engagement().lastOrder();
            add("lastOrder", 1, 12, months -> step(
                    tree -> at(tree, "/profile/engagement").put("lastOrder", order.minusMonths(months).toString()), months));
        }
        if (profile.customerSince() != null) {
            add("tenure", 1, 24, months -> step(
                    tree -> at(tree, "/profile").put("customerSince", profile.customerSince().minusMonths(months).toString()),
                    months));
        }
    }

    private void money() {
        boolean behind = profile.billing() != null
                && ((profile.billing().arrears() != null && profile.billing().arrears().isPositive())
                        || (profile.billing().daysInArrears() != null && profile.billing().daysInArrears() > 0));
        if (behind) {
            once("paid", tree -> at(tree, "/profile/billing").put("arrears", 0).put("daysInArrears", 0));
        }
    }

    private void complaints() {
        Integer complaints = profile.engagement() == null ? null : profile.engagement().complaints90d();
        if (complaints != null && complaints > 0) {
            add("complaints", 1, complaints, fewer -> step(
                    tree -> at(tree, "/profile/engagement").put("complaints90d", complaints - fewer), fewer));
        }
    }

    private void consents() {
        Stream.of(ChannelCode.values())
                .filter(channel -> !Boolean.TRUE.equals(profile.consents().get(channel)))
                .forEach(channel -> once(
                        "consent." + channel, tree -> tree.withObject("/profile/consents").put(channel.name(), true)));
        once("consent.ALL", tree -> {
            ObjectNode consents = tree.withObject("/profile/consents");
            Stream.of(ChannelCode.values()).forEach(channel -> consents.put(channel.name(), true));
        });
    }

    private void network() {
        if (profile.network() != null && Boolean.FALSE.equals(profile.network().fibreCoverage())) {
            once("fibre", tree -> at(tree, "/profile/network").put("fibreCoverage", true));
        }
        if (profile.network() != null && Boolean.FALSE.equals(profile.network().mobileCoverage())) {
            once("coverage", tree -> at(tree, "/profile/network").put("mobileCoverage", true));
        }
    }

    private void usage() {
        Double saturation = profile.usage() == null ? null : profile.usage().dataSaturation();
        if (saturation != null && saturation < 1) {
            add("saturation", (int) (10 * saturation) + 1, 10, tenths -> step(
                    tree -> at(tree, "/profile/usage").put("dataSaturation", tenths / 10.0), 10 * tenths));
        }
    }

    private void household() {
        Person person = profile.person();
        if (person != null && person.householdSize() != null) {
            add("household", person.householdSize() + 1, person.householdSize() + 3, people -> step(
                    tree -> at(tree, "/profile/person").put("householdSize", people), people));
        }
        if (person != null && person.age() != null && person.age() < 25) {
            add("age", person.age() + 1, 25, age -> step(tree -> at(tree, "/profile/person").put("age", age), age));
        }
        if (person != null && Boolean.TRUE.equals(person.vulnerable())) {
            once("notVulnerable", tree -> at(tree, "/profile/person").put("vulnerable", false));
        }
    }

    private void company() {
        Company company = profile.company();
        if (company != null && company.employees() != null) {
            add("employees", 1, 60, more -> step(
                    tree -> at(tree, "/profile/company").put("employees", company.employees() + more), company.employees() + more));
        }
        if (company != null && company.employeeGrowth() != null && company.employeeGrowth() < 0.1) {
            once("growth", tree -> at(tree, "/profile/company").put("employeeGrowth", 0.1).put("openPositions", 5));
        }
    }

    private void promotion() {
        if (profile.promotion() != null) {
            once("promotion", tree -> at(tree, "/profile").remove("promotion"));
        }
    }

    private void holdings() {
        for (int i = 0; i < profile.holdings().size(); i++) {
            int held = i;
            once("without", tree -> at(tree, "/profile").withArray("holdings").remove(held), profile.holdings().get(i).service());
        }
    }

    private void add(String code, int from, int to, IntFunction<Step> make) {
        if (from <= to) {
            changes.add(new Change(code, IntStream.rangeClosed(from, to).mapToObj(make).toList()));
        }
    }

    private void once(String code, Consumer<ObjectNode> alter, Object... values) {
        changes.add(new Change(code, List.of(new Step(alter, List.of(values)))));
    }

    private static ObjectNode at(ObjectNode tree, String path) {
        return (ObjectNode) tree.at(path);
    }
}
