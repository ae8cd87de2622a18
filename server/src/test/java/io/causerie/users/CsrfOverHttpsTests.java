package io.causerie.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import io.causerie.ProductionTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductionTest
class CsrfOverHttpsTests {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Test
    void overHttpsTheRefererIsAsked() {
        var alice = users.alice();
        assertThat(secure(alice).put(path(alice), "{}").body()).contains("Referer checking failed - no Referer.");
        assertThat(secure(alice)
                        .with("Referer", "http://127.0.0.1/")
                        .put(path(alice), "{}")
                        .body())
                .contains("Referer checking failed - Referer is insecure while host is secure.");
        assertThat(secure(alice)
                        .with("Referer", "https://evil.example/x")
                        .put(path(alice), "{}")
                        .body())
                .contains("Referer checking failed - https://evil.example/x does not match any trusted origins.");
        assertThat(secure(alice)
                        .with("Referer", "https://127.0.0.1:" + port + "/x")
                        .put(path(alice), "{\"timezone\":\"UTC\"}")
                        .status())
                .isEqualTo(200);
    }

    private Http secure(SignedIn person) {
        return person.http(port).with("X-Forwarded-Proto", "https");
    }

    private static String path(SignedIn person) {
        return "/api/v1.0/users/" + person.user().id() + "/";
    }
}
