package io.crosswise.demo;

import io.crosswise.shared.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the companies are parents of which; the ids are known before the companies are. */
final class CompanyGroups {
    /** One company in so many may lead a group of its neighbours. */
    private static final int SPACING = 8;

    private final Map<Integer, CustomerId> parents = new HashMap<>();
    private final Map<Integer, List<CustomerId>> subsidiaries = new HashMap<>();

    private CompanyGroups() {}

    static CompanyGroups of(long seed, int companies) {
        CompanyGroups groups = new CompanyGroups();
        Dice dice = Dice.of(seed, "company-groups");
        for (int number = 1; number + SPACING <= companies; number += SPACING) {
            if (dice.uniform("group", number) < 0.6) {
                groups.found(number, 1 + (int) (4 * dice.uniform("group-size", number)));
            }
        }
        return groups;
    }

    private void found(int parent, int size) {
        List<CustomerId> members = new ArrayList<>();
        for (int number = parent + 1; number <= parent + size; number++) {
            parents.put(number, id(parent));
            members.add(id(number));
        }
        subsidiaries.put(parent, List.copyOf(members));
    }

    Traits draw(Dice dice, int number) {
        return DrawCompany.draw(dice, parents.get(number), subsidiaries.getOrDefault(number, List.of()));
    }

    private static CustomerId id(int number) {
        return new CustomerId("E-%06d".formatted(number));
    }
}
