package io.causerie.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.causerie.Http.Answer;
import io.causerie.users.SignedIn;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1.0/rooms/{id or slug}/invite/}. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "DJANGO_EMAIL_HOST=127.0.0.1",
            "DJANGO_EMAIL_FROM=meet@example.com",
            "DJANGO_EMAIL_BRAND_NAME=Brand & Co",
            "DJANGO_EMAIL_LOGO_IMG=https://example.org/logo.png",
            "DJANGO_EMAIL_DOMAIN=meet.example.org",
            "DJANGO_EMAIL_APP_BASE_URL=https://meet.example.org/",
            "CAUSERIE_INVITATION_THROTTLE_RATES=8/hour",
            "CAUSERIE_INVITATION_MAX_RECIPIENTS=5",
            "causerie.mail.timeout=2s"
        })
class InvitationTests extends RoomsTest {

    private static final int PORT = freePort();
    private static final String PRIVILEGES =
            "{\"detail\":\"You must have privileges on room to perform this action.\"}";

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("DJANGO_EMAIL_PORT", () -> PORT);
    }

    @Autowired
    DataSource database;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void writesOneMailWhoseReadersDoNotLearnOfEachOther() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "restricted");

        var answer = invite(alice, room, "bob@example.org", "carol@example.org", "bob@example.org", "BOB@example.org");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"success\",\"message\":\"invitations sent\"}");
        assertThat(server.getReceivedMessages()).hasSize(3);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getRecipients(RecipientType.TO)).isNull();
        assertThat(mail.getRecipients(RecipientType.CC)).isNull();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getFrom()[0]).hasToString("meet@example.com");
        assertThat(mail.getSubject())
                .isEqualTo("Video call in progress: " + alice.user().email() + " is waiting for you to connect");
        assertThat(raw(mail)).doesNotContain("bob@example.org", "carol@example.org");
    }

    @Test
    void saysWhoInvitesWhereToAndHowInBothParts() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        invite(alice, room, "bob@example.org");

        var slug = room.get("slug").asString();
        var mail = server.getReceivedMessages()[0];
        assertThat(part(mail, 0))
                .contains(
                        "Brand & Co",
                        "https://example.org/logo.png",
                        alice.user().email())
                .contains("https://meet.example.org/" + slug, "\nmeet.example.org/" + slug)
                .contains("Chrome", "microphone", "stable");
        assertThat(part(mail, 1))
                .contains("Brand &amp; Co", "src=\"https://example.org/logo.png\"")
                .contains("href=\"mailto:" + alice.user().email() + "\"")
                .contains("href=\"https://meet.example.org/" + slug + "\"", ">meet.example.org/" + slug + "<");
    }

    @ParameterizedTest
    @CsvSource({"fr, Rejoindre", "de, teilnehmen", "nl, Deelnemen", "eo, Join the call"})
    void isInTheLanguageOfTheRequestButForItsSubject(String language, String word) throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");

        as(alice).with("Accept-Language", language).post(path(room) + "invite/", "{\"emails\":[\"bob@example.org\"]}");

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("Video call in progress: ");
        assertThat(part(mail, 0)).contains(word);
        assertThat(part(mail, 1)).contains(word);
    }

    @Test
    void namesACallerWithoutAnAddressByTheirName() throws Exception {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        jdbc.sql("update meet_user set email = null, full_name = E'Ali\\nce <b>' where id = :id")
                .param("id", alice.user().id())
                .update();

        invite(alice, room, "bob@example.org");

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Video call in progress: Ali ce <b> is waiting for you to connect");
        assertThat(part(mail, 1)).contains("Ali ce &lt;b&gt;").doesNotContain("mailto:", "None", "null");
    }

    @Test
    void isForAdministrators() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        var body = "{\"emails\":[]}";

        assertThat(anonymous().post(path(room) + "invite/", body).status()).isEqualTo(401);
        assertThat(as(bob).post(ROOMS + "nobodys-room/invite/", body).status()).isEqualTo(404);
        assertThat(as(bob).post(path(room) + "invite/", body).body()).isEqualTo(PRIVILEGES);
        grant(room, bob, Role.MEMBER);
        assertThat(as(bob).post(path(room) + "invite/", body).status()).isEqualTo(403);
        assertThat(as(alice).post(path(room) + "invite/", body).status()).isEqualTo(400);
        assertThat(as(alice).get(path(room) + "invite/").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"emails\":[\"This field is required.\"]}",
                "{\"emails\":null} | {\"emails\":[\"This field may not be null.\"]}",
                "{\"emails\":[]} | {\"emails\":[\"This list may not be empty.\"]}",
                "{\"emails\":\"a@b.org\"} | {\"emails\":[\"Expected a list of items but got type \\\"str\\\".\"]}",
                "{\"emails\":[\"x\",\"a@b.org\",null,\" \",true]} | {\"emails\":{\"0\":[\"Enter a valid email address.\"],\"2\":[\"This"
                        + " field may not be null.\"],\"3\":[\"This field may not be blank.\"],\"4\":[\"Not a valid string.\"]}}",
                "{\"emails\":[\"a@b.org\\r\\nBcc: c@d.org\"]} | {\"emails\":{\"0\":[\"Enter a valid email address.\"]}}",
                "{\"emails\":[\"a@b.org\",\"b@b.org\",\"c@b.org\",\"d@b.org\",\"e@b.org\",\"f@b.org\"]} | {\"emails\":[\"Ensure this"
                        + " field has no more than 5 elements.\"]}"
            })
    void tellsWhatIsWrongAndSendsNothing(String body, String told) {
        var alice = people.alice();

        var answer = as(alice).post(path(aRoomOf(alice, "public")) + "invite/", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(told);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void invitesByMultipart() {
        var alice = people.alice();
        var form = "--b\r\nContent-Disposition: form-data; name=\"emails[0]\"\r\n\r\nbob@example.org\r\n--b--\r\n";

        var answer = as(alice)
                .send(
                        "POST",
                        path(aRoomOf(alice, "public")) + "invite/",
                        java.net.http.HttpRequest.BodyPublishers.ofString(form),
                        "multipart/form-data; boundary=b");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void isThrottledForEachPersonForItself() {
        var alice = people.alice();
        var bob = people.bob();
        var room = aRoomOf(alice, "public");
        grant(room, bob, Role.ADMINISTRATOR);

        IntStream.range(0, 8)
                .forEach(it -> assertThat(invite(alice, room, "x@example.org").status())
                        .isEqualTo(200));

        var answer = invite(alice, room, "x@example.org");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(invite(bob, room, "x@example.org").status()).isEqualTo(200);
    }

    @Test
    void tellsOfAMailServerThatIsAwayAndLogsNoAddress(CapturedOutput output) {
        server.stop();
        var alice = people.alice();

        var answer = invite(alice, aRoomOf(alice, "public"), "secret-person@example.org");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("error").asString()).isEqualTo("Invitations could not be sent.");
        assertThat(output.getAll()).contains("invitations were not sent: ").doesNotContain("secret-person");
    }

    @Test
    void holdsNoConnectionWhileTheMailServerIsSilent() throws Exception {
        server.stop();
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        var pool = pool();
        try (var silent = new ServerSocket(PORT, 50, InetAddress.getByName("127.0.0.1"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> invite(alice, room, "bob@example.org"));
            try (var heard = silent.accept()) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0 && !answer.isDone());
                assertThat(answer.get().status()).isEqualTo(500);
                assertThat(heard.isClosed()).isFalse();
            }
        }
    }

    @Test
    void asksTheDatabaseOnceBeyondTheSession() {
        var alice = people.alice();
        var room = aRoomOf(alice, "public");
        invite(alice, room, "bob@example.org");

        var sent = statements.during(() -> invite(alice, room, "bob@example.org"));

        assertThat(sent).filteredOn(it -> !it.contains("session")).hasSize(1);
    }

    private Answer invite(SignedIn person, JsonNode room, String... addresses) {
        var list = Arrays.stream(addresses).map(it -> "\"" + it + "\"").collect(Collectors.joining(","));
        return as(person).post(path(room) + "invite/", "{\"emails\":[" + list + "]}");
    }

    private HikariDataSource pool() throws SQLException {
        return database.unwrap(HikariDataSource.class);
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((String) ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent()).replace("\r\n", "\n");
    }

    private static String raw(MimeMessage mail) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
