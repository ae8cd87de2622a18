package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingCheckTests {

    @Test
    void tellsEveryFaultAtOnceWithoutAnyValue() {
        assertThatThrownBy(() -> check(Map.of(
                        "RECORDING_ENABLE", "maybe",
                        "DB_PORT", "99999999",
                        "FRONTEND_SUPPORT", "{oops",
                        "RESOURCE_DEFAULT_ACCESS_LEVEL", "secretive",
                        "CONNECTION_TEST_ROOM_PREFIX", " ",
                        "LIVEKIT_API_SECRET_FILE", "/nowhere/at/all")))
                .isInstanceOf(ConfigurationFaults.class)
                .hasMessageContainingAll(
                        "RECORDING_ENABLE expects yes, y, true, 1 or no",
                        "DB_PORT expects a port",
                        "FRONTEND_SUPPORT expects a dictionary",
                        "RESOURCE_DEFAULT_ACCESS_LEVEL expects public, trusted or restricted",
                        "CONNECTION_TEST_ROOM_PREFIX",
                        "LIVEKIT_API_SECRET_FILE names a file that cannot be read",
                        "DJANGO_SECRET_KEY is missing",
                        "OIDC_OP_TOKEN_ENDPOINT is missing")
                .message()
                .doesNotContain("maybe", "oops", "secretive", "/nowhere");
    }

    @Test
    void asksForNothingInTests() {
        assertThat(check(Map.of("DJANGO_CONFIGURATION", "Test")).getProperty("LIVEKIT_API_KEY"))
                .isNull();
    }

    @Test
    void aFileWinsOverTheVariableAndLosesOneNewline(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "from the file\n");
        var environment = check(Map.of(
                "DJANGO_CONFIGURATION", "Test",
                "LIVEKIT_API_SECRET", "from the variable",
                "LIVEKIT_API_SECRET_FILE", file.toString()));
        assertThat(environment.getProperty("LIVEKIT_API_SECRET")).isEqualTo("from the file");
    }

    @Test
    void readsTheOtherNamesOfTheReferencesDocumentsWhereTheRightOneIsUnset() {
        var environment = check(Map.of(
                "DJANGO_CONFIGURATION", "Test",
                "EMAIL_BRAND_NAME", "Alias",
                "EMAIL_LOGO_IMG", "alias.png",
                "DJANGO_EMAIL_LOGO_IMG", "right.png"));
        assertThat(environment.getProperty("DJANGO_EMAIL_BRAND_NAME")).isEqualTo("Alias");
        assertThat(environment.getProperty("DJANGO_EMAIL_LOGO_IMG")).isEqualTo("right.png");
    }

    @Test
    void aDatabaseUrlReplacesAllPartsOfIt() {
        var environment = check(Map.of(
                "DJANGO_CONFIGURATION", "Test",
                "DB_USER", "somebody",
                "DATABASE_URL", "postgres://ada:p%40ss%2Fword@db.example.org:6543/meet?sslmode=require"));
        assertThat(environment.getProperty("CAUSERIE_DATABASE_URL"))
                .isEqualTo("jdbc:postgresql://db.example.org:6543/meet?sslmode=require");
        assertThat(environment.getProperty("DB_USER")).isEqualTo("ada");
        assertThat(environment.getProperty("DB_PASSWORD")).isEqualTo("p@ss/word");
    }

    @Test
    void anEmptyDatabaseUrlCountsAsUnset() {
        assertThat(check(Map.of("DJANGO_CONFIGURATION", "Test", "DATABASE_URL", ""))
                        .getProperty("CAUSERIE_DATABASE_URL"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"WARNING,WARN", "critical,FATAL", "NOTSET,TRACE", "info,INFO"})
    void readsLogLevelsInPythonsSpelling(String written, String level) {
        assertThat(check(Map.of("DJANGO_CONFIGURATION", "Test", "LOGGING_LEVEL_LOGGERS_ROOT", written))
                        .getProperty("LOGGING_LEVEL_LOGGERS_ROOT"))
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DJANGO_CONFIGURATION|Productoin|expects Production, Feature",
                "OIDC_OP_USER_ENDPOINT_FORMAT|XML|expects AUTO, JWT or JSON",
                "OIDC_PKCE_CODE_VERIFIER_SIZE|42|expects a whole number from 43 to 128",
                "SESSION_COOKIE_AGE|-1|expects a whole number that is not negative",
                "SESSION_COOKIE_AGE|99999999999|expects a whole number that is not negative",
                "ROOM_TELEPHONY_PIN_LENGTH|3|expects a whole number from 4 to 18",
                "ANALYTICS_BACKEND|core.analytics.june.JuneAnalytics|or nothing, not core.analytics.june.JuneAnalytics",
                "OIDC_TIMEOUT|5s|expects a whole number",
                "RECORDING_ENCODING_KEY_FRAME_INTERVAL_S|often|expects a number",
                "DATABASE_URL|mysql://ada@db/meet|expects postgres://",
                "DJANGO_CORS_ALLOWED_ORIGIN_REGEXES|https://(|expects regular expressions",
                "CAUSERIE_TRUSTED_PROXIES|10.0.0.0/33|expects addresses and networks",
                "LOGGING_LEVEL_LOGGERS_APP|LOUD|expects DEBUG, INFO",
                "ADDONS_ENABLED|perhaps|expects yes, y, true",
                "BREVO_API_CONTACT_LIST_IDS|1,two|expects whole numbers",
                "FILE_UPLOAD_PATH|tmp/files|must differ",
                "FILE_UPLOAD_RESTRICTIONS|{'background_image': {}}|expects 'background_image' with max_count_by_user",
                "SUMMARY_SERVICE_VERSION|3|expects a whole number from 1 to 2"
            })
    void tellsWhatAVariableExpects(String name, String text, String words) {
        assertThatThrownBy(() -> check(Map.of(name, text)))
                .isInstanceOf(ConfigurationFaults.class)
                .hasMessageContaining(name + " ")
                .hasMessageContaining(words);
    }

    @Test
    void analyticsNeedAKey() {
        assertThatThrownBy(() -> check(Map.of(
                        "ANALYTICS_BACKEND",
                        "core.analytics.posthog.PostHogAnalytics",
                        "ANALYTICS_BACKEND_SETTINGS",
                        "{'host': 'https://posthog.example.org'}")))
                .hasMessageContaining("ANALYTICS_BACKEND_SETTINGS expects 'api_key'");
    }

    @Test
    void warnsOfNamesThatItWouldBeUnsafeToObey() {
        check(Map.of("DJANGO_CONFIGURATION", "Test", "DJANGO_ALLOW_UNSECURE_USER_LISTING", "true"));
        assertThat(warnings)
                .contains("DJANGO_ALLOW_UNSECURE_USER_LISTING has no effect: the variable is called"
                        + " ALLOW_UNSECURE_USER_LISTING.");
    }

    @Test
    void anUnreadableRateIsToldAndDoesNotStopTheStart() {
        check(Map.of("DJANGO_CONFIGURATION", "Test", "CONNECTION_TEST_THROTTLE_RATES", "many"));
        assertThat(warnings)
                .contains("CONNECTION_TEST_THROTTLE_RATES expects a rate such as 30/minute: 30/minute it is.");
    }

    private final List<String> warnings = new ArrayList<>();

    private StandardEnvironment check(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
        new SettingCheck(log -> new Heard(warnings)).postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    /** Keeps what is said as a warning. */
    private static final class Heard extends NoOpLog {

        private final transient List<String> warnings;

        Heard(List<String> warnings) {
            this.warnings = warnings;
        }

        @Override
        public void warn(Object message) {
            warnings.add(String.valueOf(message));
        }
    }
}
