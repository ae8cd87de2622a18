package io.causerie.standalone;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2 hashes of passwords, a few at a time because each takes 16 MiB, and the rule for new ones. */
@Component
@ProviderPart
class AccountPasswords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    /** Of the form and cost of every hash here, and of no password: made of random bytes. */
    static final String NOBODY = "$argon2id$v=19$m=16384,t=2,p=1$%s$%s".formatted(randomBase64(16), randomBase64(32));

    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore atOnce = new Semaphore(2);
    private final Set<String> common = common();

    String hash(String password) {
        return alone(() -> String.valueOf(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && alone(() -> encoder.matches(password, hash));
    }

    /** Takes as long as a real check, so that nobody learns which accounts exist. */
    void matchNothing(String password) {
        matches(password, NOBODY);
    }

    /** Whether a person may choose it: long enough, and not among those everybody tries first. */
    boolean mayBeChosen(String password, String email, String name) {
        var plain = password.strip().toLowerCase(Locale.ROOT);
        return password.length() <= LONGEST
                && plain.codePointCount(0, plain.length()) >= SHORTEST
                && plain.chars().distinct().count() > 3
                && !common.contains(plain)
                && !plain.equals(email.toLowerCase(Locale.ROOT))
                && !plain.equals(name.toLowerCase(Locale.ROOT));
    }

    /** One that is easy to type: four groups of four, about 79 bits. */
    static String generated() {
        return new SecureRandom()
                .ints(16, 0, READABLE.length())
                .mapToObj(it -> String.valueOf(READABLE.charAt(it)))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String randomBase64(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    private <T> T alone(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static Set<String> common() {
        try (var in = new ClassPathResource("io/causerie/standalone/common-passwords.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(it -> it.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
