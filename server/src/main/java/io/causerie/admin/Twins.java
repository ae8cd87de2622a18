package io.causerie.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Accounts with the same e-mail, and which of them stays: the newest of those somebody has signed in to, else the newest (contract 02, section 14.2; the
 * reference server keeps the newest whatever it is, and loses identities).
 *
 * @param stale the others, oldest first
 */
record Twins(String email, Twin kept, List<Twin> stale) {

    /** {@code accounts}: at least one, oldest first. */
    static Twins of(String email, List<Twin> accounts) {
        var kept = accounts.stream()
                .filter(Twin::activated)
                .reduce((one, two) -> two)
                .orElse(accounts.getLast());
        return new Twins(email, kept, accounts.stream().filter(it -> it != kept).toList());
    }

    /** Whose administrator's e-mail the kept account gets: it has none itself, and a login must not get lost; rather that of an administrator. */
    Optional<Twin> loginGiver() {
        return kept.adminEmail() != null
                ? Optional.empty()
                : stale.stream()
                        .filter(it -> it.adminEmail() != null)
                        .max(Comparator.comparing(Twin::privileged).thenComparing(Twin::createdAt));
    }
}
