package io.causerie.livekit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A person's colour, the same for the same identity on every server (contract 03, section 9.1). */
final class Colors {

    private Colors() {}

    static String of(String identity) {
        var random = new MersenneTwister(seed(identity));
        int hue = random.below(361);
        int saturation = 50 + random.below(26);
        int lightness = 25 + random.below(36);
        return "hsl(" + hue + ", " + saturation + "%, " + lightness + "%)";
    }

    private static int seed(String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(identity.getBytes(StandardCharsets.UTF_8));
            return (hash[18] & 0xff) << 8 | hash[19] & 0xff;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
