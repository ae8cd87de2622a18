package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPropertiesTests {

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "django.contrib.sessions.backends.cache, true",
        "django.contrib.sessions.backends.db, false",
        "django.contrib.sessions.backends.cached_db, false"
    })
    void theReferencesNameSaysWhereSessionsAreKept(String engine, boolean inCache) {
        assertThat(new SessionProperties(engine, 1, List.of()).inCache()).isEqualTo(inCache);
    }
}
