package io.causerie.rooms;

import java.security.SecureRandom;

/** What a caller by telephone types to enter a room (contract 03, section 16.1). */
final class Pins {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Pins() {}

    /** That many digits from a cryptographic source, each PIN as likely as any other. */
    static String next(int length) {
        return String.format("%0" + length + "d", RANDOM.nextLong((long) Math.pow(10, length)));
    }
}
