package io.causerie.users;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a session cookie holds; stored only as a hash, never printed. */
record SessionKey(String value) {

    private static final int LENGTH = 32;
    private static final int CHECK = 6;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{" + LENGTH + "}");

    /** A new one that nobody can guess, for a browser nobody is signed in to yet. */
    static SessionKey fresh() {
        return new SessionKey(RandomText.lowerCase(LENGTH));
    }

    /** A new one for a signed-in browser: it ends with a check of the rest, by which it is told from others without a look-up. */
    static SessionKey signedIn() {
        var random = RandomText.lowerCase(LENGTH - CHECK);
        return new SessionKey(random + check(random));
    }

    /** Whether it was made for a signed-in browser; says nothing on whether it still stands for a session. */
    boolean ofSignedIn() {
        return value.endsWith(check(value.substring(0, LENGTH - CHECK)));
    }

    private static String check(String random) {
        var number = new BigInteger(1, hash(random)).toString(Character.MAX_RADIX);
        return number.substring(number.length() - CHECK);
    }

    /** Empty when the cookie's text was never a key of ours. */
    static Optional<SessionKey> of(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new SessionKey(cookie)) : Optional.empty();
    }

    /** SHA-256, the form in the database. */
    byte[] hash() {
        return hash(value);
    }

    /** SHA-256 of a text. */
    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
