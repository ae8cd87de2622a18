package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.Causerie;
import io.causerie.Http;
import io.causerie.users.TestUsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole standalone server, with its parts. */
class StandaloneTests {

    @TempDir
    static Path home;

    private static int port;
    private static ConfigurableApplicationContext server;
    private static TestUsers people;

    @BeforeAll
    static void start() throws IOException {
        port = Ports.anyOnLoopback();
        server = run(home.resolve("data"), port, Ports.anyOnLoopback());
        people = server.getBean(TestUsers.class);
        var mail = """
                From: causerie@localhost
                To: alice@example.org
                Subject: =?UTF-8?Q?R=C3=A9union?= <b>
                Date: Sun, 22 Nov 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Watch it: http://127.0.0.1/recording/1
                --b
                Content-Type: text/html; charset=utf-8

                <p>Watch it</p><script>alert(1)</script>
                --b--
                """;
        server.getBean(StandaloneParts.class)
                .mail()
                .keep(new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes()));
    }

    @AfterAll
    static void stop() throws Exception {
        var children = ProcessHandle.current()
                .children()
                .filter(it -> it.info().commandLine().orElse("").contains(home.toString()))
                .toList();
        assertThat(children).hasSize(2);
        server.close();
        for (var child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void tellsTheClientWhereItsMediaServerIs() {
        var config = new Http(port).get("/api/v1.0/config/").json();

        assertThat(config.at("/livekit/url").asString()).startsWith("http://127.0.0.1:");
        assertThat(config.at("/recording/is_enabled").asBoolean()).isTrue();
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        assertThat(server.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsItsMailFromStrangers() {
        var http = new Http(port);

        assertThat(http.get("/mail/messages").status()).isEqualTo(401);
        assertThat(http.get("/mail/00000001/html").status()).isEqualTo(302);
        var page = http.get("/mail");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).startsWith("/api/v1.0/authenticate/?returnTo=http%3A%2F%2F127.0.0.1");
        assertThat(page.body()).isEmpty();
    }

    @Test
    void keepsItsMailFromOrdinaryPeople() {
        var http = new Http(port).with("Cookie", people.alice().cookies());

        assertThat(http.get("/mail/messages").status()).isEqualTo(403);
        assertThat(http.get("/mail").status()).isEqualTo(403);
        assertThat(http.get("/mail/00000001").status()).isEqualTo(403);
        assertThat(http.get("/mail/00000001/html").status()).isEqualTo(403);
    }

    @Test
    void listsItsMailToAdministrators() {
        var messages = administrator().get("/mail/messages");

        assertThat(messages.status()).isEqualTo(200);
        var first = messages.json().get(messages.json().size() - 1);
        assertThat(first.get("to").get(0).asString()).isEqualTo("alice@example.org");
        assertThat(first.get("subject").asString()).isEqualTo("Réunion <b>");
        assertThat(first.get("date").asString()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(first.get("text").asString()).contains("Watch it: http://127.0.0.1/recording/1");
        assertThat(first.get("id").asString()).isEqualTo("00000001");
    }

    @Test
    void showsItsMailWithoutRunningIt() {
        var list = administrator().get("/mail");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(list.body()).contains("Réunion &lt;b&gt;", "href=\"/mail/00000001\"");

        var letter = administrator().with("Accept-Language", "fr").get("/mail/00000001");
        assertThat(letter.body())
                .contains("lang=\"fr\"", "Tous les courriels", "sandbox=")
                .doesNotContain("<script");

        var html = administrator().get("/mail/00000001/html");
        assertThat(html.header("Content-Security-Policy"))
                .startsWith("sandbox ")
                .contains("default-src 'none'");
        assertThat(html.header("Content-Security-Policy")).doesNotContain("allow-scripts");
        assertThat(administrator().get("/mail/00000099").status()).isEqualTo(404);
        assertThat(administrator().get("/mail/style.css").header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void startsNothingOnAPortThatIsTaken() throws IOException {
        try (var squatter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var other = home.resolve("other");

            assertThatThrownBy(() -> run(other, squatter.getLocalPort(), Ports.anyOnLoopback()))
                    .isInstanceOf(StandaloneFailure.class)
                    .hasMessageContaining(String.valueOf(squatter.getLocalPort()));
            assertThat(Files.exists(other.resolve("postgres"))).isFalse();
        }
    }

    private static Http administrator() {
        var alice = people.alice();
        people.promote(alice.user());
        return new Http(port).with("Cookie", alice.cookies());
    }

    private static ConfigurableApplicationContext run(Path folder, int port, int signal) {
        return new SpringApplicationBuilder(Causerie.class)
                .profiles("standalone")
                .run(
                        "--CAUSERIE_HOME=" + folder,
                        "--CAUSERIE_PORT=" + port,
                        "--CAUSERIE_LIVEKIT_PORT=" + signal,
                        "--CAUSERIE_LIVEKIT_UDP_PORT=" + Ports.anyOnLoopback());
    }
}
