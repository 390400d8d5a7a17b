package io.crosswise.policy;

import static io.crosswise.shared.ChannelCode.ACCOUNT_MANAGER;
import static io.crosswise.shared.ChannelCode.CALL_CENTRE;
import static io.crosswise.shared.ChannelCode.EMAIL;
import static io.crosswise.shared.ChannelCode.SELF_CARE;
import static io.crosswise.shared.ChannelCode.SMS;
import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.ContactBuilder.history;
import static io.crosswise.testing.ContactBuilder.touch;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static io.crosswise.testing.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.JudgeContacts.Judged;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactPolicyTableTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aConsumerMayBeReachedByEveryChannelButAnAccountManager() {
        assertThat(permissions(aCustomer(), ContactHistory.NONE).allowed()).containsExactly(EMAIL, SMS, CALL_CENTRE, SELF_CARE);
    }

    @Test
    void aCompanyIsReachedByItsAccountManagerWithoutConsent() {
        ContactPermissions permissions = permissions(aCompany().answering(ACCOUNT_MANAGER, null), ContactHistory.NONE);

        assertThat(permissions.allowed()).containsExactly(ACCOUNT_MANAGER);
    }

    @ParameterizedTest
    @EnumSource(value = ChannelCode.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCOUNT_MANAGER")
    void aKnownNoRefusesThatChannelOnly(ChannelCode channel) {
        ContactPermissions permissions = permissions(aCustomer().answering(channel, false), ContactHistory.NONE);

        assertThat(permissions.allowed()).hasSize(3).doesNotContain(channel);
        assertThat(permissions.refused().get(channel).code()).isEqualTo("CONSENT_REFUSED");
    }

    @Test
    void aCompanyThatSaysNoIsNotApproached() {
        assertThat(permissions(aCompany().answering(ACCOUNT_MANAGER, false), ContactHistory.NONE).allowed()).isEmpty();
    }

    @Test
    void withoutAddressSelfCareIsLeft() {
        ContactPermissions stranger = permissions(aStranger(), ContactHistory.NONE);

        assertThat(stranger.allowed()).containsExactly(SELF_CARE);
        assertThat(stranger.refused().get(EMAIL)).isEqualTo(new Reason(
                "NO_ADDRESS", Stage.CONTACT_POLICY, "contactPolicy_noEmailAddress", "No e-mail address is known.",
                "Aucune adresse e-mail n'est connue."));
        assertThat(stranger.unknowns()).contains("consentEmail", "nps", "fibreCoverage", "age").doesNotContain("employees");
    }

    @Test
    void whoHoldsNothingAndNeverAnsweredIsNotContacted() {
        CustomerBuilder prospect = aStranger().owning().reachable(true, true);

        assertThat(permissions(prospect, ContactHistory.NONE).allowed()).containsExactly(SELF_CARE);
        assertThat(permissions(prospect, ContactHistory.NONE).refused().get(EMAIL).code()).isEqualTo("CONSENT_UNKNOWN");
    }

    @Test
    void aChannelWithoutAnAddressIsRefused() {
        assertThat(permissions(aCustomer().reachable(false, true), ContactHistory.NONE).refused().get(EMAIL).code())
                .isEqualTo("NO_ADDRESS");
        assertThat(permissions(aCustomer().reachable(true, false), ContactHistory.NONE).allowed())
                .containsExactly(EMAIL, SELF_CARE);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, 1, emailsFull, CAP_7_DAYS",
        "SMS, 1, smsWeekFull, CAP_THIS_WEEK",
        "CALL_CENTRE, 1, callsFull, CAP_30_DAYS",
    })
    void aCapRefusesItsChannelUntilTheWindowOpens(ChannelCode channel, int touches, String row, String code) {
        ContactHistory yesterday = history(NOW.minus(Duration.ofDays(1)), Map.of(channel, touches));

        ContactPermissions permissions = permissions(aCustomer(), yesterday);

        assertThat(permissions.refused().get(channel).rule()).isEqualTo("contactPolicy_" + row);
        assertThat(permissions.refused().get(channel).code()).isEqualTo(code);
        assertThat(permissions.opening()).containsOnlyKeys(channel);
        assertThat(permissions.allowed()).contains(SELF_CARE).doesNotContain(channel);
    }

    @Test
    void twoContactsInAWeekAreEnoughOnEveryChannelThatDisturbs() {
        ContactHistory history = new ContactHistory(
                List.of(touch(SMS, NOW.minus(Duration.ofDays(2))), touch(CALL_CENTRE, NOW.minus(Duration.ofDays(5)))), null, List.of());

        ContactPermissions permissions = permissions(aCustomer(), history);

        assertThat(permissions.allowed()).containsExactly(SELF_CARE);
        assertThat(permissions.opening().get(EMAIL)).as("when the older one is a week old").isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void nobodyIsContactedTwiceOnOneDay() {
        ContactHistory morning = history(NOW.minus(Duration.ofHours(2)), Map.of(SMS, 1));

        assertThat(permissions(aCustomer(), morning).refused().get(EMAIL).code()).isEqualTo("CAP_TODAY");
        assertThat(permissions(aCustomer(), morning).opening().get(EMAIL)).isEqualTo("2026-11-21T23:00:00Z");
    }

    @Test
    void anAccountManagerIsNotAPest() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));

        assertThat(permissions(aCompany(), history(yesterday, Map.of(ACCOUNT_MANAGER, 6))).allowed()).isEmpty();
        assertThat(permissions(aCompany(), history(yesterday, Map.of(ACCOUNT_MANAGER, 5))).allowed())
                .containsExactly(ACCOUNT_MANAGER);
    }

    @Test
    void visitsToSelfCareAreNoContacts() {
        assertThat(permissions(aCustomer(), history(NOW, Map.of(SELF_CARE, 9))).allowed()).contains(EMAIL);
    }

    @ParameterizedTest
    @CsvSource({"2,0", "3,1", "29,1", "30,3", "59,3", "60,4"})
    void aRefusalCoolsDownEverywhereThenOutsideSelfCareThenForCalls(int days, int channels) {
        ContactHistory history = new ContactHistory(List.of(), NOW.minus(Duration.ofDays(days)), List.of());

        assertThat(permissions(aCustomer(), history).allowed()).hasSize(channels);
        assertThat(permissions(aCustomer(), history).opening()).as("nothing waits for it").isEmpty();
    }

    @Test
    void aGroupOfOffersHeardOfTwiceIsLeftOutUntilItsWindowOpens() {
        Candidate tv = aCandidate("O-TV", ServiceCategory.TV).build();
        Candidate fibre = aCandidate("O-FIBRE", ServiceCategory.HBB).build();
        ContactHistory history = new ContactHistory(
                List.of(
                        touch(EMAIL, NOW.minus(Duration.ofDays(10)), ServiceCategory.TV),
                        touch(EMAIL, NOW.minus(Duration.ofDays(20)), ServiceCategory.TV, ServiceCategory.MOBILE)),
                null,
                List.of());

        Judged judged = judge(aCustomer(), history, tv, fibre);

        assertThat(judged.candidates()).extracting(Candidate::isAllowed).containsExactly(false, true);
        assertThat(((Verdict.Rejected) judged.candidates().get(0).verdict()).reason().rule()).isEqualTo("contactPolicy_groupFull");
        assertThat(judged.permissions().offersOpening()).isEqualTo(Map.of("O-TV", NOW.plus(Duration.ofDays(10))));
        assertThat(judged.exclusions().list()).extracting(Exclusions.Exclusion::scope).containsExactly(Scope.of("TV"));
    }

    @Test
    void withoutConsentACallNeedsAnOfferRelatedToARunningContract() {
        ContactPermissions mobileOnly = permissions(aCustomer().answering(CALL_CENTRE, null), ContactHistory.NONE);

        assertThat(mobileOnly.basis(CALL_CENTRE, Set.of(ServiceCategory.ADDITIONAL_LINE)))
                .get()
                .satisfies(basis -> {
                    assertThat(basis.reason().code()).isEqualTo("RUNNING_CONTRACT");
                    assertThat(basis.reason().rule()).isEqualTo("contactPolicy_callMobileContract");
                });
        assertThat(mobileOnly.basis(CALL_CENTRE, Set.of(ServiceCategory.TV))).isEmpty();
        assertThat(permissions(aCustomer(), ContactHistory.NONE).basis(CALL_CENTRE, Set.of(ServiceCategory.TV)))
                .get()
                .satisfies(basis -> assertThat(basis.reason().code()).isEqualTo("CONSENT"));
    }

    @Test
    void withoutConsentOnlySimilarProductsAreWrittenAbout() {
        ContactPermissions permissions = permissions(aCustomer().answering(EMAIL, null), ContactHistory.NONE);

        assertThat(permissions.basis(EMAIL, Set.of(ServiceCategory.HBB))).get().satisfies(basis -> assertThat(
                        basis.reason().code())
                .isEqualTo("SIMILAR_PRODUCTS"));
        assertThat(permissions.basis(EMAIL, Set.of(ServiceCategory.HBB, ServiceCategory.CLOUD))).isEmpty();
    }

    @Test
    void basesOfOneChannelCoverSeveralServicesTogetherAndAreBothNamed() {
        CustomerBuilder both = aCustomer()
                .owning(holding("MOBILE_S", ServiceCategory.MOBILE, 1), holding("BOX", ServiceCategory.HBB, 1))
                .answering(CALL_CENTRE, null);

        assertThat(permissions(both, ContactHistory.NONE)
                        .basis(CALL_CENTRE, Set.of(ServiceCategory.ADDITIONAL_LINE, ServiceCategory.TV)))
                .get()
                .satisfies(basis -> {
                    assertThat(basis.reason().code()).isEqualTo("RUNNING_CONTRACT");
                    assertThat(basis.reason().rule()).contains("contactPolicy_callMobileContract", "contactPolicy_callBroadbandContract");
                });
    }

    @Test
    void aScopeThatAsksForMoreThanIsRememberedBreaksTheTable() {
        assertThat(ContactPolicyTable.read(List.of(row("*", "P30D", "REFUSALS", null), row("O-X", "P30D", null, null))).caps()).hasSize(2);
        assertThat(ContactPolicyTable.read(List.of(row("*", null, null, "CONSENT"))).bases().get(0).scope()).isEmpty();
        for (TableRow broken : List.of(
                row("HBB", "P30D", "REFUSALS", null),
                row("EACH", "P30D", "REFUSALS", null),
                row("UPSELL", "P30D", null, null),
                row("NEEDS_FIBRE", "P30D", null, null),
                row("MOBILE/UPSELL", "P30D", null, null),
                row("O-X", null, null, "CONSENT"),
                row("EACH", null, null, null),
                row("HBB/", null, null, null))) {
            assertThatThrownBy(() -> ContactPolicyTable.read(List.of(broken)))
                    .as("%s", broken.outputs())
                    .isInstanceOf(BrokenTable.class)
                    .hasMessageContaining("scope");
        }
    }

    @Test
    void anOfferNoChannelMaySpeakAboutIsRefused() {
        CustomerBuilder offline = aCustomer().answering(EMAIL, null).answering(SMS, null).answering(CALL_CENTRE, null)
                .answering(SELF_CARE, false);

        Judged judged = judge(offline, ContactHistory.NONE, aCandidate("O-CLOUD", ServiceCategory.CLOUD).build());

        assertThat(((Verdict.Rejected) judged.candidates().get(0).verdict()).reason().code()).isEqualTo("NO_LEGAL_BASIS");
    }

    private static TableRow row(String scope, String window, String counts, String legalBasis) {
        Map<String, Object> outputs = new HashMap<>(Map.of("channel", "EMAIL", "scope", scope, "max", 1, "reason", "ANY"));
        outputs.put("window", window);
        outputs.put("counts", counts);
        outputs.put("legalBasis", legalBasis);
        return new TableRow("contact-policy", "contactPolicy_any", "Pourquoi. || Why.", outputs);
    }

    private static ContactPermissions permissions(CustomerBuilder customer, ContactHistory history) {
        return judge(customer, history).permissions();
    }

    private static Judged judge(CustomerBuilder customer, ContactHistory history, Candidate... candidates) {
        CustomerFacts facts = CustomerFacts.of(customer.build(), null, null, null, TODAY);
        Map<String, Object> variables = Map.of("customer", facts, "contact", ContactFacts.of(history, NOW, PARIS));
        return new JudgeContacts()
                .judge(
                        ContactPolicyTable.read(Tables.evaluate("contact-policy", variables)), List.of(candidates), history, facts,
                        NOW, PARIS);
    }
}
