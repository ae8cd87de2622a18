package io.causerie.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a session cookie holds; stored only as a hash, never printed. */
record SessionKey(String value) {

    private static final int LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{" + LENGTH + "}");

    /** A new one that nobody can guess. */
    static SessionKey fresh() {
        return new SessionKey(RandomText.lowerCase(LENGTH));
    }

    /** Empty when the cookie's text was never a key of ours. */
    static Optional<SessionKey> of(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new SessionKey(cookie)) : Optional.empty();
    }

    /** SHA-256, the form in the database. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
