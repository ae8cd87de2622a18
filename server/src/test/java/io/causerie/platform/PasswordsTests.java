package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract 02, section 7.2. The stored forms below were computed with Python's hashlib. */
class PasswordsTests {

    private static final String SHA256 = "pbkdf2_sha256$1000$seasalt$YIWkt6M1JFXrHg5s0jZjBSc7C2Cz6QvchSJ0h8Y+i7c=";
    private static final String SHA1 = "pbkdf2_sha1$1000$seasalt$ljleU4wBmTtz/MoG5YTwxpM0d7I=";
    private static final String SCRYPT =
            "scrypt$16384$seasalt$8$5$ECMIUp+LMxMSK8xB/IVyba+KYGTI7FTnet025q/1f/vBAVnnP3hdYqJuRi+mJn6ji6ze3Fbb7JEFPKGpuEf5vw==";

    @Test
    void readsWhatTheReferenceServerStores() {
        assertThat(Passwords.matches("password", SHA256)).isTrue();
        assertThat(Passwords.matches("lètmein", SHA1)).isTrue();
        assertThat(Passwords.matches("lètmein", SCRYPT)).isTrue();
        assertThat(Passwords.matches(
                        "lètmein",
                        "pbkdf2_sha256$1000000$Ab3dEf9hIjKlMn0pQrStUv$3fVwEVrZiIyu1G7n2j1A+mSVU3Le8jh0NWNkG0d3S+g="))
                .isTrue();
        assertThat(Passwords.matches("", "pbkdf2_sha256$1000$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk="))
                .isTrue();
    }

    @Test
    void refusesEveryOtherPassword() {
        for (var stored : List.of(SHA256, SHA1, SCRYPT)) {
            assertThat(Passwords.matches("", stored)).isFalse();
            assertThat(Passwords.matches("Password", stored)).isFalse();
            assertThat(Passwords.matches(stored, stored)).isFalse();
        }
    }

    @Test
    void nothingMatchesAnUnusableOrUnknownForm() {
        for (var stored : List.of(
                "!",
                Passwords.unusable(),
                "",
                "$",
                "password",
                "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdA$aGFzaA",
                "bcrypt_sha256$$2b$12$abcdefghijklmnopqrstuv",
                "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99",
                "pbkdf2_sha256$1000$seasalt",
                "pbkdf2_sha256$-1$seasalt$AAAA",
                "pbkdf2_sha256$0$seasalt$AAAA",
                "pbkdf2_sha256$many$seasalt$AAAA",
                "pbkdf2_sha256$1000$$AAAA",
                "pbkdf2_sha256$1000$seasalt$***",
                "pbkdf2_sha256$1000$seasalt$",
                "pbkdf2_sha256$999999999$seasalt$AAAA",
                "scrypt$16385$seasalt$8$5$AAAA",
                "scrypt$1073741824$seasalt$8$5$AAAA",
                "scrypt$0$seasalt$8$5$AAAA",
                "scrypt$16384$seasalt$8$0$AAAA")) {
            assertThat(Passwords.matches("password", stored)).as(stored).isFalse();
            assertThat(Passwords.matches("", stored)).as(stored).isFalse();
        }
    }

    @Test
    void storesWhatTheReferenceServerReads() {
        var stored = Passwords.encode("pass phrase €");
        assertThat(stored)
                .matches("pbkdf2_sha256\\$1000000\\$[A-Za-z0-9]{22}\\$[A-Za-z0-9+/]{43}=")
                .hasSizeLessThan(129);
        assertThat(Passwords.matches("pass phrase €", stored)).isTrue();
        assertThat(Passwords.unusable()).matches("![A-Za-z0-9]{40}");
    }

    @Test
    void tellsWeakerFormsFromTodays() {
        assertThat(Passwords.outdated(SHA256)).isTrue();
        assertThat(Passwords.outdated(SCRYPT)).isTrue();
        assertThat(Passwords.outdated("pbkdf2_sha256$1000000$short$AAAA")).isTrue();
        assertThat(Passwords.outdated("pbkdf2_sha256$1000000$Ab3dEf9hIjKlMn0pQrStUv$AAAA"))
                .isFalse();
    }

    @Test
    void tellsStoredFormsFromPlainSecrets() {
        assertThat(Passwords.looksEncoded(SHA1)).isTrue();
        assertThat(Passwords.looksEncoded("argon2$x")).isTrue();
        assertThat(Passwords.looksEncoded("pbkdf2_sha256")).isFalse();
        assertThat(Passwords.looksEncoded("$pbkdf2_sha256$")).isFalse();
        assertThat(Passwords.looksEncoded("a plain secret")).isFalse();
    }
}
