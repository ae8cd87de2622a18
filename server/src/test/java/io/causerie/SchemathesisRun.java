package io.causerie;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.users.TestUsers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lets Schemathesis send what our API document describes, and its opposite, for a while. Run by {@code make fuzz}; not part of {@code make test}. */
@ApplicationTest
class SchemathesisRun {

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Test
    void findsNoFailureAndNoAnswerTheDocumentDoesNotTell() throws Exception {
        var alice = users.alice();
        int seconds = Integer.getInteger("causerie.fuzz.seconds", 60);
        var process = new ProcessBuilder(
                        System.getProperty("causerie.fuzz.program"),
                        "--config-file="
                                + Path.of("src/test/resources/schemathesis.toml")
                                        .toAbsolutePath(),
                        "run",
                        "http://127.0.0.1:" + port + "/api/v1.0/swagger.json",
                        "--header=Cookie: " + alice.cookies(),
                        "--header=X-CSRFToken: " + alice.csrf(),
                        "--checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                        "--seed=" + Integer.getInteger("causerie.fuzz.seed", 1),
                        "--max-time=" + seconds,
                        "--request-timeout=30",
                        "--suppress-health-check=all",
                        "--warnings=off",
                        "--continue-on-failure",
                        "--output-sanitize=true")
                .directory(Path.of("target").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "schemathesis.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(seconds + 120L, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("see server/target/schemathesis.txt")
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
