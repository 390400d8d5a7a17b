package io.crosswise.channel.jollyday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.crosswise.channel.PublicHolidays;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Public holidays as the library computes them by rule, also those that move with Easter; a year is computed once. */
public class JollydayHolidays implements PublicHolidays {
    private final Map<CalendarYear, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private record CalendarYear(String calendar, int year) {}

    @Override
    public Set<LocalDate> between(String calendar, LocalDate first, LocalDate last) {
        TreeSet<LocalDate> found = new TreeSet<>();
        if (!calendar.isEmpty()) {
            for (int year = first.getYear(); year <= last.getYear(); year++) {
                found.addAll(years.computeIfAbsent(new CalendarYear(calendar, year), JollydayHolidays::compute));
            }
        }
        return found.subSet(first, true, last, true);
    }

    /** Whether there is such a calendar, {@code fr} or {@code fr-67}. */
    public boolean knows(String calendar) {
        String[] names = calendar.split("-", 2);
        try {
            HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(names[0]));
            return names.length == 1 || manager.getCalendarHierarchy().getChildren().containsKey(names[1]);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static Set<LocalDate> compute(CalendarYear asked) {
        String[] names = asked.calendar().split("-", 2);
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(names[0]));
        Set<Holiday> holidays =
                names.length == 1 ? manager.getHolidays(java.time.Year.of(asked.year())) : manager.getHolidays(java.time.Year.of(asked.year()), names[1]);
        return holidays.stream().map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
    }
}
