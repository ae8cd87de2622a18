package io.causerie.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * Passwords and secrets of applications in the encodings the reference server stores and reads: {@code algorithm$parameters$hash} (contract 02, section 7.2). One
 * check or encoding of ours costs about half a second of CPU, on purpose.
 */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SALT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String CURRENT = "pbkdf2_sha256$1000000$";
    private static final int SALT_LENGTH = 22;
    private static final int UNUSABLE_LENGTH = 40;

    /** Dearer ones would let a row in the database stop the server. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final long MOST_MEMORY = 128L << 20;
    private static final List<String> ALGORITHMS =
            List.of("pbkdf2_sha256", "pbkdf2_sha1", "argon2", "bcrypt_sha256", "scrypt");

    private Passwords() {}

    /** The form in which to store it. */
    public static String encode(String password) {
        var salt = random(SALT_LENGTH);
        return CURRENT + salt + "$" + base64(pbkdf2("PBKDF2WithHmacSHA256", password, salt, 1_000_000, 32));
    }

    /** What accounts without a password have; no password matches it. */
    public static String unusable() {
        return "!" + random(UNUSABLE_LENGTH);
    }

    /** Whether it is the password behind a stored form; never an error, whatever is stored. */
    public static boolean matches(String password, String encoded) {
        var parts = encoded.split("\\$", -1);
        try {
            return switch (parts[0]) {
                case "pbkdf2_sha256" -> parts.length == 4 && iterated("PBKDF2WithHmacSHA256", password, parts);
                case "pbkdf2_sha1" -> parts.length == 4 && iterated("PBKDF2WithHmacSHA1", password, parts);
                case "scrypt" -> parts.length == 6 && scrypt(password, parts);
                // argon2 and bcrypt: the reference server cannot read them either
                default -> false;
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a stored form is weaker than what {@link #encode} makes now; one that matched may be replaced then. */
    public static boolean outdated(String encoded) {
        return !encoded.startsWith(CURRENT) || encoded.indexOf('$', CURRENT.length()) < CURRENT.length() + SALT_LENGTH;
    }

    /** Whether a text is a stored form rather than a plain secret, as the reference server tells them apart (section 7.7). */
    public static boolean looksEncoded(String text) {
        int end = text.indexOf('$');
        return end > 0 && ALGORITHMS.contains(text.substring(0, end));
    }

    private static boolean iterated(String algorithm, String password, String[] parts) {
        int iterations = Integer.parseInt(parts[1]);
        if (iterations < 1 || iterations > MOST_ITERATIONS || parts[2].isEmpty()) {
            return false;
        }
        var hash = Base64.getDecoder().decode(parts[3]);
        int length = algorithm.endsWith("SHA1") ? 20 : 32;
        return MessageDigest.isEqual(hash, pbkdf2(algorithm, password, parts[2], iterations, length));
    }

    private static boolean scrypt(String password, String[] parts) {
        int cost = Integer.parseInt(parts[1]);
        int block = Integer.parseInt(parts[3]);
        int parallel = Integer.parseInt(parts[4]);
        if (block < 1 || parallel < 1 || parallel > 16 || 128L * cost * block > MOST_MEMORY) {
            return false;
        }
        var hash = Base64.getDecoder().decode(parts[5]);
        return MessageDigest.isEqual(
                hash,
                SCrypt.generate(
                        password.getBytes(StandardCharsets.UTF_8),
                        parts[2].getBytes(StandardCharsets.UTF_8),
                        cost,
                        block,
                        parallel,
                        64));
    }

    private static byte[] pbkdf2(String algorithm, String password, String salt, int iterations, int bytes) {
        var key = new PBEKeySpec(
                password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), iterations, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String random(int length) {
        return RANDOM.ints(length, 0, SALT.length())
                .mapToObj(SALT::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
