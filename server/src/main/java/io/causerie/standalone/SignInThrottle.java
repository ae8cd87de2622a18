package io.causerie.standalone;

import io.causerie.platform.ClientAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows down who guesses passwords or registers in bulk: by address (an IPv6 network of /64 counts as one) and by account. */
@Component
@ProviderPart
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FAILURES_PER_ADDRESS = 30;
    private static final int FAILURES_PER_ACCOUNT = 10;
    private static final int REGISTRATIONS_PER_ADDRESS = 20;
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > MOST_KEYS;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Tally(int count, Instant until) {}

    /** Whether this address may try this account's password now. */
    synchronized boolean mayTry(String address, String account) {
        return count("a " + ClientAddress.network(address)) < FAILURES_PER_ADDRESS
                && count("n " + word(account)) < FAILURES_PER_ACCOUNT;
    }

    synchronized void failed(String address, String account) {
        add("a " + ClientAddress.network(address));
        add("n " + word(account));
    }

    synchronized void succeeded(String account) {
        tallies.remove("n " + word(account));
    }

    /** Counts a registration; false when there were too many from that address. */
    synchronized boolean mayRegister(String address) {
        var key = "r " + ClientAddress.network(address);
        add(key);
        return count(key) <= REGISTRATIONS_PER_ADDRESS;
    }

    private int count(String key) {
        var tally = tallies.get(key);
        return tally == null || tally.until().isBefore(clock.instant()) ? 0 : tally.count();
    }

    private void add(String key) {
        int before = count(key);
        var tally = tallies.get(key);
        var until =
                before > 0 && tally != null ? tally.until() : clock.instant().plus(WINDOW);
        tallies.put(key, new Tally(before + 1, until));
    }

    private static String word(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }
}
