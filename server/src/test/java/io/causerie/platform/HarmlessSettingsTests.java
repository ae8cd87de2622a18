package io.causerie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** What must not stop the start (contract 01, section 22.8), all at once: that this class has a server to ask is the proof. */
@ApplicationTest
@TestPropertySource(
        properties = {
            "REDIS_URL=redis://127.0.0.1:9/1",
            "CELERY_ENABLED=true",
            "CELERY_BROKER_URL=redis://127.0.0.1:9/0",
            "LIVEKIT_API_URL=this is no address",
            "LIVEKIT_API_SECRET=secret",
            "LIVEKIT_WEBHOOK_EVENTS_FILTER_REGEX=([",
            "AWS_S3_ENDPOINT_URL=http://127.0.0.1:9",
            "AWS_S3_ACCESS_KEY_ID=key",
            "AWS_S3_SECRET_ACCESS_KEY=secret",
            "DJANGO_EMAIL_HOST=127.0.0.1",
            "DJANGO_EMAIL_PORT=9",
            "SUMMARY_SERVICE_ENDPOINT=http://127.0.0.1:9",
            "OIDC_OP_AUTHORIZATION_ENDPOINT=http://127.0.0.1:9/authorize",
            "OIDC_OP_TOKEN_ENDPOINT=http://127.0.0.1:9/token",
            "OIDC_OP_USER_ENDPOINT=http://127.0.0.1:9/userinfo",
            "OIDC_OP_JWKS_ENDPOINT=http://127.0.0.1:9/jwks",
            "OIDC_OP_URL=only a text to compare with",
            "ROOMKIT_ENABLED=true",
            "ROOM_TELEPHONY_ENABLED=true",
            "RECORDING_ENABLE=true",
            "RECORDING_STORAGE_EVENT_ENABLE=true",
            "ADDONS_ENABLED=true",
            "ADDONS_CSRF_SECRET=same",
            "ADDONS_TOKEN_SECRET_KEY=same",
            "ADDONS_TOKEN_TTL=0",
            "APPLICATION_ENABLED=true",
            "APPLICATION_JWT_SECRET_KEY=x",
            "APPLICATION_JWT_ALG=RS256",
            "APPLICATION_JWT_EXPIRATION_SECONDS=0",
            "CONNECTION_TEST_THROTTLE_RATES=",
            "FILE_UPLOAD_RESTRICTIONS={'background_image': {'max_count_by_user': 3, 'max_size': 0,"
                    + " 'allowed_extensions': ['.png'], 'allowed_mimetypes': ['text/plain']}}"
        })
class HarmlessSettingsTests {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Test
    void servicesThatDoNotAnswer() {
        assertThat(http().get("/__heartbeat__").status()).isEqualTo(200);
        assertThat(http().get("/api/v1.0/config/").status()).isEqualTo(200);
    }

    @Test
    void aTelephoneWithoutANumber() {
        assertThat(http().get("/api/v1.0/config/").json().get("telephony").toString())
                .isEqualTo("{\"enabled\":false}");
    }

    @Test
    void storageEventsWithoutATokenAreRefused() {
        assertThat(http().post("/api/v1.0/recordings/storage-hook/", "{}").status())
                .isEqualTo(401);
    }

    @Test
    void shortSecrets() {
        assertThat(environment.getProperty("LIVEKIT_API_SECRET")).hasSize(6);
    }

    @Test
    void aLiveKitAddressThatIsNone() {
        assertThat(http().get("/api/v1.0/config/")
                        .json()
                        .get("livekit")
                        .get("url")
                        .stringValue())
                .isEqualTo("this is no address");
    }

    @Test
    void livesThatAreOverAtOnce() {
        assertThat(environment.getProperty("ADDONS_TOKEN_TTL")).isEqualTo("0");
    }

    @Test
    void filesThatNobodyCouldUpload() {
        assertThat(http().get("/api/v1.0/config/")
                        .json()
                        .get("background_image")
                        .get("max_size")
                        .intValue())
                .isZero();
    }

    @Test
    void aFilterThatIsNoRegularExpression() {
        assertThat(http().post("/api/v1.0/rooms/webhooks-livekit/", "").status())
                .isEqualTo(401);
    }

    @Test
    void anAlgorithmThatDoesNotFitItsSecret() {
        assertThat(environment.getProperty("APPLICATION_JWT_ALG")).isEqualTo("RS256");
    }

    private Http http() {
        return new Http(port);
    }
}
