package io.causerie.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** CSRF tokens: 32 characters, sent back raw or masked (contract 01, sections 8.2 and 8.3). */
final class Csrf {

    static final int LENGTH = 32;
    private static final String ALPHABET = RandomText.LETTERS_AND_DIGITS;

    private Csrf() {}

    /** Whether every character is one a token may have. */
    static boolean wellFormed(String token) {
        return token.chars().allMatch(it -> ALPHABET.indexOf(it) >= 0);
    }

    /** Whether {@code token}, raw or masked, stands for {@code secret}; both must be well formed. */
    static boolean matches(String token, String secret) {
        var bare = token.length() == 2 * LENGTH ? unmasked(token) : token;
        return MessageDigest.isEqual(
                bare.getBytes(StandardCharsets.US_ASCII), secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static String unmasked(String token) {
        var bare = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int mask = ALPHABET.indexOf(token.charAt(i));
            int masked = ALPHABET.indexOf(token.charAt(LENGTH + i));
            bare.append(ALPHABET.charAt(Math.floorMod(masked - mask, ALPHABET.length())));
        }
        return bare.toString();
    }
}
