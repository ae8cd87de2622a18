package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** That they serve is what every journey shows. */
class BuildTimeBeansTests {

    private static final Map<String, String> STANDALONE = Map.of("SPRING_PROFILES_ACTIVE", "standalone");

    @Test
    void areForAServerThatIsStandalone() {
        assertThat(BuildTimeBeans.areMeantFor(STANDALONE)).isTrue();
        assertThat(BuildTimeBeans.areMeantFor(Map.of())).isFalse();
        assertThat(BuildTimeBeans.areMeantFor(Map.of("SPRING_PROFILES_ACTIVE", "standalone,other")))
                .isFalse();
    }

    @Test
    void areNotForAServerWithAnIdentityProviderOfItsOwn() {
        assertThat(BuildTimeBeans.areMeantFor(Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "standalone",
                        "OIDC_OP_AUTHORIZATION_ENDPOINT",
                        "https://id.example/authorize")))
                .isFalse();
    }
}
