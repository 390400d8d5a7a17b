package io.crosswise.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.policy.QuietHours;
import io.crosswise.shared.ChannelCode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ChannelSettingsTest {
    private final ChannelConfiguration configuration = new ChannelConfiguration();

    @Test
    void haveDefaultsWithoutAnyProperty() {
        assertThat(configuration.channelSettings(new MockEnvironment())).isEqualTo(ChannelSettings.DEFAULTS);
        assertThat(ChannelSettings.DEFAULTS.connected()).doesNotContain(ChannelCode.SMS);
        assertThat(ChannelSettings.DEFAULTS.quietHours().enabled()).isTrue();
    }

    @Test
    void readWhatIsConfiguredAndKeepTheOtherDefaults() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("crosswise.channel.quiet-hours.from", "21:30")
                .withProperty("crosswise.channel.capacity.CALL_CENTRE", "80")
                .withProperty("crosswise.channel.capacity.account-manager", "20")
                .withProperty("crosswise.channel.zone", "Indian/Reunion")
                .withProperty("crosswise.channel.outbox", "letters");

        ChannelSettings settings = configuration.channelSettings(environment);

        assertThat(settings.quietHours()).isEqualTo(new QuietHours(true, LocalTime.of(21, 30), LocalTime.of(9, 0)));
        assertThat(settings.capacity())
                .isEqualTo(Map.of(ChannelCode.CALL_CENTRE, 80, ChannelCode.ACCOUNT_MANAGER, 20));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Indian/Reunion"));
        assertThat(settings.outboxFolder()).hasToString("letters");
        assertThat(settings.sender()).isEqualTo(ChannelSettings.DEFAULTS.sender());
    }

    @Test
    void switchQuietHoursOff() {
        MockEnvironment environment = new MockEnvironment().withProperty("crosswise.channel.quiet-hours.enabled", "false");

        assertThat(configuration.channelSettings(environment).quietHours()).isEqualTo(QuietHours.OFF);
    }

    @Test
    void refuseANegativeCapacity() {
        assertThatThrownBy(() -> new ChannelSettings(null, Map.of(ChannelCode.EMAIL, -1), null, null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("crosswise.channel.capacity.EMAIL");
    }
}
