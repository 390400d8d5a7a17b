package io.crosswise.policy;

import io.crosswise.policy.ContactCap.Counted;
import io.crosswise.policy.ContactPolicy.Refusal;
import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what {@code dmn/contact-policy.dmn} answered. A row with a {@code legalBasis} says what allows its {@code channel}s; one with a
 * {@code window} refuses once {@code max} contacts (or, where {@code counts} says so, refusals) lie in it; any other refuses at once.
 * A row with a {@code scope} refuses offers, one without refuses channels (comma-separated, {@code *} is all of them). What counts
 * contacts knows only their offer and categories, and a refusal is remembered without its offer: a scope that asks for more is broken.
 */
public final class ContactPolicyTable {
    /** Every category by itself. */
    private static final Scope EACH = Scope.of("EACH");
    private static final Column<List<String>> CHANNEL = Column.words("channel", channels());
    private static final Column<List<Scope>> SCOPE = Column.scopes("scope", EACH.toString()).orWithout();
    private static final Column<String> WINDOW = Column.text("window").orWithout();
    private static final Column<BigDecimal> MAX = Column.number("max").orWithout();
    private static final Column<List<Counted>> COUNTS = Column.choices("counts", Counted.class).orWithout();
    private static final Column<Boolean> WAITS = Column.flag("waits").orWithout();
    private static final Column<String> LEGAL_BASIS = Column.text("legalBasis");

    public static final TableContract CONTRACT = new TableContract(
            "contact-policy",
            Answers.ANY_NUMBER,
            Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT),
            List.of(CHANNEL, SCOPE, Rows.REASON, WINDOW, MAX, COUNTS, WAITS, LEGAL_BASIS),
            ContactPolicyTable::read);

    private ContactPolicyTable() {}

    private static Set<String> channels() {
        return Stream.concat(Stream.of(Scope.ALL), Arrays.stream(ChannelCode.values()).map(Enum::name)).collect(Collectors.toSet());
    }

    /** @throws BrokenTable when a row names an unknown channel or window, a number that is none, or a scope it cannot have */
    public static ContactPolicy read(List<TableRow> rows) {
        List<Refusal> refusals = new ArrayList<>();
        List<ContactCap> caps = new ArrayList<>();
        List<LegalBasis> bases = new ArrayList<>();
        for (TableRow row : rows) {
            List<ChannelCode> channels = channels(row);
            List<Scope> scope = SCOPE.of(row);
            String basis = LEGAL_BASIS.of(row);
            if (basis != null) {
                Reason reason = new Reason(basis, Stage.CONTACT_POLICY, row.rule(), row.annotation());
                channels.forEach(channel -> bases.add(new LegalBasis(channel, reason, categories(row, scope))));
            } else if (WINDOW.of(row) != null) {
                caps.add(cap(row, channels, scope));
            } else {
                require(row, scope, asked -> !asked.equals(EACH));
                refusals.add(new Refusal(channels, scope, Rows.reason(row, Stage.CONTACT_POLICY)));
            }
        }
        return new ContactPolicy(List.copyOf(refusals), List.copyOf(caps), List.copyOf(bases));
    }

    private static ContactCap cap(TableRow row, List<ChannelCode> channels, List<Scope> scope) {
        Counted counted = COUNTS.of(row).stream().findFirst().orElse(Counted.CONTACTS);
        int max = MAX.of(row) == null ? 1 : MAX.of(row).intValue();
        if (max < 1 || counted == Counted.REFUSALS && max > 1) {
            throw BrokenTable.cell(row, "max", row.text("max"));
        }
        require(row, scope, counted == Counted.REFUSALS ? Scope::isEverything : Scope::isKnownOfTouches);
        ContactWindow window = ContactWindow.parse(WINDOW.of(row))
                .orElseThrow(() -> BrokenTable.cell(row, "window", WINDOW.of(row)));
        boolean each = scope.contains(EACH);
        return new ContactCap(
                channels, each ? Scope.eachCategory() : scope, each, counted, window, max, WAITS.of(row),
                Rows.reason(row, Stage.CONTACT_POLICY));
    }

    private static void require(TableRow row, List<Scope> scopes, Predicate<Scope> understood) {
        scopes.stream().filter(understood.negate()).findFirst().ifPresent(scope -> {
            throw BrokenTable.cell(row, SCOPE.name(), scope);
        });
    }

    /** What a legal basis covers; empty is everything. */
    private static Set<ServiceCategory> categories(TableRow row, List<Scope> scopes) {
        require(row, scopes, scope -> scope.isEverything() || scope.isOneCategory());
        return scopes.stream().anyMatch(Scope::isEverything)
                ? Set.of()
                : scopes.stream().map(scope -> ServiceCategory.valueOf(scope.toString())).collect(Collectors.toUnmodifiableSet());
    }

    private static List<ChannelCode> channels(TableRow row) {
        return CHANNEL.of(row).stream()
                .flatMap(name -> name.equals(Scope.ALL) ? Arrays.stream(ChannelCode.values()) : Stream.of(ChannelCode.valueOf(name)))
                .toList();
    }
}
