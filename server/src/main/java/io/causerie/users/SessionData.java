package io.causerie.users;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers besides who is signed in (contract 01, sections 8.1 and 9.2).
 *
 * @param oidcStates by state; null when sign-in was never begun
 * @param next where to go after sign-in
 * @param silent whether the last sign-in was tried without showing the provider's pages
 */
record SessionData(
        @Nullable Map<String, PendingState> oidcStates,
        @Nullable String next,
        boolean silent,
        @Nullable String idToken) {

    private static final int MOST_STATES = 50;

    static final SessionData EMPTY = new SessionData(null, null, false, null);

    boolean knows(@Nullable String state) {
        return state != null && oidcStates != null && oidcStates.containsKey(state);
    }

    SessionData withState(String state, PendingState pending) {
        var states = new LinkedHashMap<String, PendingState>();
        if (oidcStates != null) {
            states.putAll(oidcStates);
        }
        while (states.size() >= MOST_STATES) {
            states.entrySet().stream()
                    .min(Comparator.comparingLong(it -> it.getValue().addedOn()))
                    .ifPresent(oldest -> states.remove(oldest.getKey()));
        }
        states.put(state, pending);
        return new SessionData(states, next, silent, idToken);
    }

    SessionData withoutState(String state) {
        var states = new LinkedHashMap<String, PendingState>(oidcStates == null ? Map.of() : oidcStates);
        states.remove(state);
        return new SessionData(states, next, silent, idToken);
    }

    SessionData withNext(@Nullable String url, boolean tryingSilently) {
        return new SessionData(oidcStates, url, tryingSilently, idToken);
    }

    SessionData notSilent() {
        return new SessionData(oidcStates, next, false, idToken);
    }

    SessionData withIdToken(@Nullable String token) {
        return new SessionData(oidcStates, next, silent, token);
    }

    /** What is pending under that state, or null. */
    @Nullable
    PendingState state(String state) {
        return oidcStates == null ? null : oidcStates.get(state);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
