package io.crosswise.channel;

import java.time.LocalDate;
import java.util.Set;

/** The public holidays of a country or a part of it. */
public interface PublicHolidays {
    /**
     * @param calendar ISO 3166 code of the country, with a part after a dash where it has holidays of its own; empty has none
     * @return those from {@code first} to {@code last}, both inclusive
     */
    Set<LocalDate> between(String calendar, LocalDate first, LocalDate last);
}
