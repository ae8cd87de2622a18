package io.causerie.users;

import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says about a person, already cut to what our columns hold (contract 01, sections 9.7 and 9.8).
 *
 * @param sub the provider's name for the person, never empty
 * @param email null when absent or no e-mail address
 * @param emailVerified null when the provider does not say
 */
record Claims(
        String sub,
        @Nullable String email,
        @Nullable Boolean emailVerified,
        @Nullable String fullName,
        @Nullable String shortName) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
