package io.causerie.rooms;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** What a caller by telephone types to enter a room (contract 03, section 16.1). */
@Component
class Pins {

    private final RandomGenerator random = new SecureRandom();
    private final int length;

    Pins(RoomProperties properties) {
        this.length = properties.pinLength();
    }

    /** Digits from a cryptographic source, each PIN as likely as any other. */
    String next() {
        return String.format("%0" + length + "d", random.nextLong((long) Math.pow(10, length)));
    }
}
