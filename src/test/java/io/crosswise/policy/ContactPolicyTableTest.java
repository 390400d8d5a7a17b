package io.crosswise.policy;

import static io.crosswise.shared.ChannelCode.ACCOUNT_MANAGER;
import static io.crosswise.shared.ChannelCode.CALL_CENTRE;
import static io.crosswise.shared.ChannelCode.EMAIL;
import static io.crosswise.shared.ChannelCode.SELF_CARE;
import static io.crosswise.shared.ChannelCode.SMS;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactPolicyTableTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

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
    void withoutAddressOrConsentSelfCareIsLeft() {
        ContactPermissions stranger = permissions(aStranger(), ContactHistory.NONE);

        assertThat(stranger.allowed()).containsExactly(SELF_CARE);
        assertThat(stranger.refused().get(EMAIL)).isEqualTo(new Reason(
                "CONSENT_UNKNOWN", Stage.CONTACT_POLICY, "contactPolicy_emailConsentUnknown",
                "On ignore si les e-mails sont bienvenus. || Whether e-mails are welcome is not known."));
        assertThat(stranger.unknowns()).contains("consentEmail", "nps", "fibreCoverage", "age").doesNotContain("employees");
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
        "2,0,0, 2,0,0, weekFull",
        "0,0,0, 3,1,1, monthFull",
        "1,0,0, 1,0,0, emailsFull",
        "0,0,0, 0,2,0, smsFull",
        "0,0,0, 0,0,1, callsFull"
    })
    void aFullWeekOrMonthRefusesChannels(int email7, int sms7, int call7, int email30, int sms30, int call30, String row) {
        ContactHistory history = new ContactHistory(
                Map.of(EMAIL, email7, SMS, sms7, CALL_CENTRE, call7), Map.of(EMAIL, email30, SMS, sms30, CALL_CENTRE, call30), null);

        assertThat(Tables.evaluate("contact-policy", variables(aCustomer(), history)))
                .extracting(TableRow::rule)
                .contains("contactPolicy_" + row);
        assertThat(permissions(aCustomer(), history).allowed()).contains(SELF_CARE);
    }

    @Test
    void anAccountManagerIsNotAPest() {
        assertThat(permissions(aCompany(), new ContactHistory(Map.of(), Map.of(ACCOUNT_MANAGER, 6), null)).allowed()).isEmpty();
        assertThat(permissions(aCompany(), new ContactHistory(Map.of(), Map.of(ACCOUNT_MANAGER, 5), null)).allowed())
                .containsExactly(ACCOUNT_MANAGER);
    }

    @Test
    void visitsToSelfCareAreNoContacts() {
        assertThat(permissions(aCustomer(), new ContactHistory(Map.of(SELF_CARE, 9), Map.of(SELF_CARE, 9), null)).allowed())
                .contains(EMAIL);
    }

    @ParameterizedTest
    @CsvSource({"2,0", "3,1", "29,1", "30,4"})
    void aRefusalCoolsDownForThreeDaysEverywhereAndForThirtyOutsideSelfCare(int days, int channels) {
        ContactHistory history = new ContactHistory(Map.of(), Map.of(), NOW.minus(Duration.ofDays(days)));

        assertThat(permissions(aCustomer(), history).allowed()).hasSize(channels);
    }

    private static ContactPermissions permissions(CustomerBuilder customer, ContactHistory history) {
        Map<String, Object> variables = variables(customer, history);
        return ContactPolicyTable.read(
                Tables.evaluate("contact-policy", variables), (CustomerFacts) variables.get("customer"));
    }

    private static Map<String, Object> variables(CustomerBuilder customer, ContactHistory history) {
        return Map.of(
                "customer", CustomerFacts.of(customer.build(), null, null, null, TODAY),
                "contact", ContactFacts.of(history, NOW));
    }
}
