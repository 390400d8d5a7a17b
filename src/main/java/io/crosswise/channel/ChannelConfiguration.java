package io.crosswise.channel;

import io.crosswise.channel.jdbc.JdbcChannelLoads;
import io.crosswise.channel.jdbc.JdbcContactHistories;
import io.crosswise.channel.jdbc.JdbcSuppressedContacts;
import io.crosswise.channel.jdbc.JdbcTouches;
import io.crosswise.channel.jollyday.JollydayHolidays;
import io.crosswise.channel.outbox.OutboxOfferMail;
import io.crosswise.channel.smtp.SmtpOfferMail;
import io.crosswise.customer.Customers;
import io.crosswise.decision.DecisionSettings;
import io.crosswise.decision.Decisions;
import io.crosswise.experiment.MessageVariants;
import io.crosswise.platform.StartRefused;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the channels; mail goes to {@code spring.mail.host} when it is set, else into the outbox folder. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
    private static final List<String> TIMEOUTS =
            List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    @Bean
    ChannelSettings channelSettings(Environment environment) {
        return Binder.get(environment).bind("crosswise.channel", ChannelSettings.class).orElse(ChannelSettings.DEFAULTS);
    }

    @Bean
    ContactSettings contactSettings(Environment environment) {
        return Binder.get(environment).bind("crosswise.contact", ContactSettings.class).orElse(ContactSettings.DEFAULTS);
    }

    @Bean
    ContactCalendar contactCalendar(ChannelSettings channels, ContactSettings contacts) {
        JollydayHolidays holidays = new JollydayHolidays();
        contacts.calendars().forEach(calendar -> {
            if (!holidays.knows(calendar)) {
                throw new StartRefused(
                        "crosswise.contact names the calendar of public holidays \"%s\", which does not exist.".formatted(calendar),
                        "Take the ISO 3166 code of a country, with a part after a dash where it has holidays of its own: fr, fr-67.");
            }
        });
        return new ContactCalendar(channels, contacts, holidays);
    }

    @Bean
    Touches touches(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcTouches(jdbc, transactions);
    }

    @Bean
    ContactHistories contactHistories(JdbcClient jdbc) {
        return new JdbcContactHistories(jdbc);
    }

    @Bean
    Capacities capacities(JdbcClient jdbc, ChannelSettings settings) {
        return new Capacities(new JdbcChannelLoads(jdbc), settings);
    }

    @Bean
    MessageVariants messageVariants() {
        return new LetterVariants();
    }

    @Bean
    RouteChannel routeChannel() {
        return new RouteChannel();
    }

    @Bean
    OfferMail offerMail(ObjectProvider<JavaMailSenderImpl> servers, ChannelSettings settings, Clock clock) {
        JavaMailSenderImpl server = servers.getIfAvailable();
        if (server == null) {
            return new OutboxOfferMail(settings.outboxFolder(), settings.sender(), clock);
        }
        // Jakarta Mail waits for ever unless told otherwise.
        Properties properties = server.getJavaMailProperties();
        TIMEOUTS.forEach(timeout -> properties.putIfAbsent(timeout, "10000"));
        return new SmtpOfferMail(server, settings.sender(), clock);
    }

    @Bean
    CheckContact checkContact(Decisions decisions, Customers customers, ContactCalendar calendar) {
        return new CheckContact(decisions, customers, calendar);
    }

    @Bean
    DispatchOffer dispatchOffer(
            Decisions decisions,
            Customers customers,
            Touches touches,
            OfferMail mail,
            ChannelSettings settings,
            CheckContact checkContact,
            Clock clock) {
        return new DispatchOffer(decisions, customers, touches, mail, new WriteOfferLetter(settings), checkContact, clock);
    }

    @Bean
    SuppressedContacts suppressedContacts(JdbcClient jdbc) {
        return new JdbcSuppressedContacts(jdbc);
    }

    @Bean
    ListOffers listOffers(Decisions decisions, Customers customers, Touches touches, DecisionSettings settings) {
        return new ListOffers(decisions, customers, touches, settings.offerValidity());
    }
}
