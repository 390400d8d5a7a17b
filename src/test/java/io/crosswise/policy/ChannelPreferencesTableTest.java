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
import static io.crosswise.testing.Scores.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.shared.ChannelCode;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.Outlook;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelPreferencesTableTest {
    @Test
    void aCompanyTalksToItsAccountManager() {
        assertThat(channels(aCompany(), Segment.EBU_SME)).containsExactly(ACCOUNT_MANAGER);
    }

    @Test
    void aCustomerOfHighValueIsCalledFirst() {
        assertThat(channels(aCustomer(), Segment.B2C_HIGH_VALUE)).containsExactly(CALL_CENTRE, EMAIL, SMS, SELF_CARE);
    }

    @Test
    void anExperiencedCustomerReadsEmailOrOrdersAndANoviceIsWrittenTo() {
        assertThat(channels(aCustomer(), Segment.B2C_STANDARD)).containsExactly(EMAIL, SELF_CARE, SMS);
        assertThat(channels(aCustomer().with(DigitalExpertise.NOVICE), Segment.B2C_STANDARD))
                .containsExactly(EMAIL, SMS, CALL_CENTRE, SELF_CARE);
    }

    @Test
    void whichOfTwoChannelsOfOneRankIsLeftToHowTheCustomerAnswers() {
        assertThat(read(aCustomer().with(DigitalExpertise.NOVICE), Segment.B2C_STANDARD))
                .extracting(preference -> preference.rank().intValue())
                .containsExactly(1, 1, 3, 9);
    }

    @Test
    void aCustomerOfVeryHighLifetimeValueIsCalledAndOneOfLowValueServedInSelfCare() {
        assertThat(firstChoiceAt("2500")).containsExactly(CALL_CENTRE, "LIFETIME_VALUE");
        assertThat(firstChoiceAt("150")).containsExactly(EMAIL, "EXPERIENCED");
        assertThat(firstChoiceAt("149.99")).containsExactly(SELF_CARE, "LOW_VALUE");
    }

    private static List<Object> firstChoiceAt(String lifetimeValue) {
        CustomerScores scores = scores(
                Map.of(), new Outlook(null, null, Map.of(), null, Money.euros(lifetimeValue), null, null, null));
        CustomerFacts facts = CustomerFacts.of(aCustomer().build(), scores, Segment.B2C_STANDARD, null, TODAY);
        ChannelPreference first =
                ChannelPreferencesTable.read(Tables.evaluate("channel-assignment", Map.of("customer", facts))).get(0);
        return List.of(first.channel(), first.reason().code());
    }

    @Test
    void selfCareIsTheLastResortForAConsumerOfWhomNothingIsKnown() {
        List<ChannelPreference> preferences = read(aStranger(), null);

        assertThat(preferences).extracting(ChannelPreference::channel).containsExactly(EMAIL, SMS, SELF_CARE);
        assertThat(preferences.get(2).reason().rule()).isEqualTo("channelAssignment_lastResort");
    }

    @Test
    void refusesARowWithoutAPreference() {
        TableRow row = new TableRow("channel-assignment", "row_1", "Why.", Map.of("channel", "EMAIL"));

        assertThatThrownBy(() -> ChannelPreferencesTable.read(List.of(row, row))).isInstanceOf(BrokenTable.class);
    }

    private static List<ChannelCode> channels(CustomerBuilder customer, Segment segment) {
        return read(customer, segment).stream().map(ChannelPreference::channel).toList();
    }

    private static List<ChannelPreference> read(CustomerBuilder customer, Segment segment) {
        CustomerFacts facts = CustomerFacts.of(customer.build(), null, segment, null, TODAY);
        return ChannelPreferencesTable.read(Tables.evaluate("channel-assignment", Map.of("customer", facts)));
    }
}
