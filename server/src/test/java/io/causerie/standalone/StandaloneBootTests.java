package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.mock.env.MockEnvironment;

class StandaloneBootTests {

    @TempDir
    Path temporary;

    @Test
    void startsNothingInProduction() {
        var home = temporary.resolve("data");
        var environment = new MockEnvironment().withProperty("causerie.standalone.home", home.toString());
        var sources = environment.getPropertySources().size();

        new StandaloneBoot(new DefaultBootstrapContext()).postProcessEnvironment(environment, new SpringApplication());

        assertThat(Files.exists(home)).isFalse();
        assertThat(environment.getPropertySources()).hasSize(sources);
    }

    @Test
    void leavesTheOperatorsOwnSettingsAlone() {
        try (var folder = DataFolder.open(temporary.resolve("data"))) {
            var environment = new MockEnvironment()
                    .withProperty("DJANGO_EMAIL_HOST", "mail.example.org")
                    .withProperty("OIDC_OP_AUTHORIZATION_ENDPOINT", "https://login.example.org/authorize")
                    .withProperty("AWS_S3_ENDPOINT_URL", "https://s3.example.org")
                    .withProperty("RECORDING_DOWNLOAD_BASE_URL", "");
            var properties =
                    new StandaloneProperties("data", "127.0.0.1", 8080, "https://meet.example.org/", "", "", LIVEKIT);
            var defaults = new StandaloneDefaults(environment, properties, StandaloneSecrets.of(folder));

            defaults.mail(2525);
            defaults.rest(folder);

            assertThat(defaults.values())
                    .doesNotContainKeys(
                            "DJANGO_EMAIL_HOST", "OIDC_OP_TOKEN_ENDPOINT", "CAUSERIE_OBJECT_FOLDER", "LIVEKIT_API_URL")
                    .containsEntry("RECORDING_DOWNLOAD_BASE_URL", "https://meet.example.org/recording")
                    .containsEntry("CAUSERIE_RECORDER_URL", "http://127.0.0.1:8080");
        }
    }

    private static final StandaloneProperties.LiveKit LIVEKIT =
            new StandaloneProperties.LiveKit("", "", 7880, 7881, 7882, "", "");
}
