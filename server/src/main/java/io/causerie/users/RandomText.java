package io.causerie.users;

import java.security.SecureRandom;

/** Unguessable text for keys, states and tokens. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** The alphabet of CSRF tokens; its order matters for masked ones (contract 01, section 8.3). */
    static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private RandomText() {}

    /** Letters of both cases and digits. */
    static String of(int length) {
        return from(LETTERS_AND_DIGITS, length);
    }

    /** Lower-case letters and digits only, as session keys are. */
    static String lowerCase(int length) {
        return from(LOWER, length);
    }

    private static String from(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(alphabet::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
