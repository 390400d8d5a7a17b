package io.crosswise.testing;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.Customers;
import io.crosswise.customer.PersonalData;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Page;
import io.crosswise.shared.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers in memory, for what reads profiles and addresses and adds holdings. */
public final class MemoryCustomers implements Customers {
    private final Map<CustomerId, CustomerProfile> profiles = new LinkedHashMap<>();
    private final Map<CustomerId, PersonalData> personal = new HashMap<>();
    private final List<CustomerId> locked = new ArrayList<>();
    private final List<Holding> added = new ArrayList<>();

    public MemoryCustomers with(CustomerProfile profile, PersonalData data) {
        profiles.put(profile.id(), profile);
        personal.put(profile.id(), data);
        return this;
    }

    public List<CustomerId> locked() {
        return locked;
    }

    public List<Holding> added() {
        return added;
    }

    @Override
    public Optional<CustomerProfile> find(CustomerId id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public Optional<CustomerProfile> lock(CustomerId id) {
        locked.add(id);
        return find(id);
    }

    @Override
    public PersonalData personalData(CustomerId id) {
        return personal.getOrDefault(id, PersonalData.UNKNOWN);
    }

    @Override
    public void addHolding(CustomerId id, Holding holding) {
        added.add(holding);
    }

    @Override
    public void store(Collection<CustomerRecord> customers) {
        customers.forEach(customer -> with(customer.profile(), customer.personal()));
    }

    @Override
    public Page<CustomerProfile> list(Market market, Segment segment, int page, int size) {
        List<CustomerProfile> all = profiles.values().stream()
                .filter(profile -> market == null || profile.market() == market)
                .filter(profile -> segment == null || profile.segment() == segment)
                .sorted(Comparator.comparing(profile -> profile.id().value()))
                .toList();
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    @Override
    public List<CustomerProfile> inOrder(CustomerId after, int limit) {
        return profiles.values().stream()
                .sorted(Comparator.comparing(profile -> profile.id().value()))
                .filter(profile -> after == null || profile.id().value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void recordConsents(CustomerId id, Map<ChannelCode, Boolean> answers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerId erasePersonalData(CustomerId id) {
        profiles.remove(id);
        personal.remove(id);
        return new CustomerId("erased:" + id);
    }

    @Override
    public void assignSegment(CustomerId id, Segment segment, String sociostyle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CustomerId> withoutSegment(int limit) {
        throw new UnsupportedOperationException();
    }
}
