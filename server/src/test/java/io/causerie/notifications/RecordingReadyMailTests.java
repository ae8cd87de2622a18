package io.causerie.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Statements;
import io.causerie.platform.Commands;
import io.causerie.recordings.Recordings;
import io.causerie.storage.Minio;
import io.causerie.users.TestUsers;
import io.causerie.users.User;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@ApplicationTest
@Import({TestUsers.class, Statements.class})
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "RECORDING_DOWNLOAD_BASE_URL=https://meet.example.org/recording",
            "RECORDING_EXPIRATION_DAYS=7",
            "RECORDING_STORAGE_EVENT_ENABLE=true",
            "RECORDING_STORAGE_EVENT_TOKEN=hook-token",
            "DJANGO_EMAIL_HOST=127.0.0.1",
            "DJANGO_EMAIL_BRAND_NAME=Brand"
        })
class RecordingReadyMailTests {

    private static final int PORT = freePort();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("DJANGO_EMAIL_PORT", () -> PORT);
    }

    @LocalServerPort
    int port;

    @Autowired
    Statements statements;

    @Autowired
    AskedAgain askedAgain;

    @Autowired
    TestUsers users;

    @Autowired
    Recordings recordings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FailedEventPublications failed;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    DataSource database;

    @Value("${CAUSERIE_DATABASE_URL}")
    String url;

    @TempDir
    Path objects;

    private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        jdbc.sql("delete from causerie.event_publication").update();
    }

    @Test
    void tellsEachOwnerInTheirLanguageAndTimeZoneInTheOrderTheyCame() throws Exception {
        var alice = users.create("Alice Martin", "fr-fr", "Europe/Paris");
        var bob = users.create("Bob Durand", "en-us", "America/Phoenix");
        var id = recording(alice, bob);
        access(id, users.create("Carol Admin"), "administrator", 3);
        access(id, users.create("Dave Member"), "member", 4);

        assertThat(recordings.completeAndWait(id, "test")).isTrue();

        becomes(id, "notification_succeeded");
        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(to(mails[0])).isEqualTo(alice.email());
        assertThat(mails[0].getSubject()).isEqualTo("Votre enregistrement est prêt");
        assertThat(text(mails[0]))
                .contains("2023-05-15", "16:30", "lundi 15 mai 2023", "Europe/Paris", "7 jours")
                .contains("https://meet.example.org/recording/" + id)
                .contains("Notre \"salon\" & co");
        assertThat(to(mails[1])).isEqualTo(bob.email());
        assertThat(text(mails[1])).contains("2023-05-15", "07:30", "Monday, May 15, 2023", "7:30", "America/Phoenix");
        assertThat(notes(id)).containsExactlyInAnyOrder("mail_sent", "mail_sent");
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
    }

    @Test
    void countsAPersonWithoutAnAddressAsTold() {
        var alice = users.create("Alice Martin");
        var nobody = users.create("No Mail");
        jdbc.sql("update public.meet_user set email = null where id = :id")
                .param("id", nobody.id())
                .update();
        var id = recording(nobody, alice);
        recordings.completeAndWait(id, "test");
        becomes(id, "notification_succeeded");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void leavesARecordingWithoutOwnerSaved() {
        var id = recording();
        access(id, null, "owner", 1);
        recordings.completeAndWait(id, "test");
        assertThat(status(id)).isEqualTo("saved");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void writesNoMailForATranscript() {
        var id = recording(users.create("Alice Martin"));
        jdbc.sql("update public.meet_recording set mode = 'transcript' where id = :id")
                .param("id", id)
                .update();
        recordings.completeAndWait(id, "test");
        assertThat(status(id)).isEqualTo("saved");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsOneMailHoweverOftenTheRecordingIsCompletedAndTheMailAskedFor() throws Exception {
        var alice = users.create("Alice Martin");
        var id = recording(alice);
        var calls = new ArrayList<Callable<Boolean>>();
        Stream.generate(() -> (Callable<Boolean>) () -> recordings.completeAndWait(id, "test"))
                .limit(10)
                .forEach(calls::add);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long completed = 0;
            for (var call : threads.invokeAll(calls)) {
                completed += call.get() ? 1 : 0;
            }
            assertThat(completed).isEqualTo(1);
        }
        var notification = jdbc.sql("select id from causerie.notification where recording_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        for (int i = 0; i < 5; i++) {
            transaction.executeWithoutResult(it -> events.publishEvent(new MailQueued(notification, id, null)));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(status(id)).isEqualTo("notification_succeeded");
    }

    @Test
    void triesAgainWhenTheServerWasAwayAndSaysNoAddress(CapturedOutput output) {
        var alice = users.create("Alice Martin");
        var bob = users.create("Bob Durand");
        var id = failing(alice, bob);
        assertThat(status(id)).isEqualTo("saved");
        mailServerIsBack();
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("notification_succeeded"));
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(notes(id)).containsExactlyInAnyOrder("mail_failed", "mail_failed", "mail_sent", "mail_sent");
        assertThat(ours(output))
                .contains("notification could not be sent: recording " + id)
                .doesNotContain(alice.email(), bob.email(), "Alice Martin", "Bob Durand");
    }

    @Test
    void givesUpAfter72HoursAndSaysSo() {
        var id = givenUp();
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(notes(id)).containsExactly("mail_failed", "mail_given_up");
        assertThat(status(id)).isEqualTo("saved");
    }

    @Test
    void triesOnceMoreWhatWasGivenUpWhenAnOperatorAsks() {
        var id = givenUp();
        server.start();

        var command = Commands.on(url, "CAUSERIE_OBJECT_FOLDER=" + objects).run("recordings", "retry", id.toString());

        assertThat(command.out()).as(command.err()).contains("Asked for 1 notification(s)");
        askedAgain.run();
        askedAgain.run();
        becomes(id, "notification_succeeded");
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(notes(id)).containsExactlyInAnyOrder("mail_failed", "mail_given_up", "mail_sent");
    }

    /** A recording whose mail failed for 72 hours; the mail server is away. */
    private UUID givenUp() {
        var id = failing(users.create("Alice Martin"));
        jdbc.sql(
                        "update causerie.notification set created_at = created_at - interval '73 hours' where recording_id = :id")
                .param("id", id)
                .update();
        failed.resubmit(ResubmissionOptions.defaults());
        await().atMost(Duration.ofSeconds(20)).until(() -> notes(id).contains("mail_given_up"));
        return id;
    }

    /** A recording whose mails failed once; the mail server is away. */
    private UUID failing(User... owners) {
        var id = recording(owners);
        server.stop();
        recordings.completeAndWait(id, "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == owners.length);
        return id;
    }

    /** Contract 04, section 17, item 12: the account is deleted between completion and mail. */
    @Test
    void aDeletedOwnerGetsNoMailAndTheRecordingStaysSaved() {
        var alice = users.create("Alice Martin");
        var id = failing(alice);
        users.delete(alice);
        mailServerIsBack();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(status(id)).isEqualTo("saved");
        assertThat(notes(id)).containsExactly("mail_failed", "nobody_to_tell");
    }

    /** The mail would tell of something they cannot see any more. */
    @Test
    void whoeverIsNoOwnerAnyMoreGetsNoMailAndTheOthersDo() throws Exception {
        var alice = users.create("Alice Martin");
        var bob = users.create("Bob Durand");
        var id = failing(alice, bob);
        jdbc.sql("delete from public.meet_recording_access where user_id = :bob")
                .param("bob", bob.id())
                .update();
        mailServerIsBack();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(to(server.getReceivedMessages()[0])).isEqualTo(alice.email());
        assertThat(status(id)).isEqualTo("notification_succeeded");
        assertThat(notes(id)).containsExactlyInAnyOrder("mail_failed", "mail_failed", "mail_sent", "mail_skipped");
    }

    private void mailServerIsBack() {
        server.start();
        failed.resubmit(ResubmissionOptions.defaults());
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
    }

    @Test
    void followsWhenARealStoreTellsThatTheFileIsThere(@TempDir Path bucket) throws Exception {
        var alice = users.create("Alice Martin");
        var id = recording(alice);
        try (var minio = Minio.telling(bucket, hook(), "Bearer hook-token", "recordings")) {
            minio.put("recordings/EG_x.json", "application/json", new byte[] {'{', '}'});
            minio.put("recordings/" + id + ".mp4", "video/mp4", new byte[100]);
            minio.put("recordings/" + id + ".mp4", "video/mp4", new byte[100]);
            await().atMost(Duration.ofSeconds(30)).until(() -> status(id).equals("notification_succeeded"));
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(to(server.getReceivedMessages()[0])).isEqualTo(alice.email());
    }

    /** Its effects run on threads of their own, and are not counted. */
    @Test
    void theHookThatCausesItCostsFourStatementsAndTwoWhenItComesAgain() {
        var id = recording(users.create("Alice Martin"));
        var sent = statements.during(() -> assertThat(tell(id)).isEqualTo(200));
        assertThat(sent.stream()
                        .takeWhile(it -> !it.toLowerCase(Locale.ROOT).contains("event_publication"))
                        .toList())
                .as(String.join("\n", sent))
                .hasSizeLessThanOrEqualTo(3);
        becomes(id, "notification_succeeded");
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(statements.during(() -> assertThat(tell(id)).isEqualTo(403))).hasSize(2);
    }

    private int tell(UUID id) {
        return new Http(port)
                .with("Authorization", "Bearer hook-token")
                .post(
                        "/api/v1.0/recordings/storage-hook/",
                        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"meet-media-storage\"},\"object\":{\"key\":\"recordings%2F"
                                + id + ".mp4\"}}}]}")
                .status();
    }

    private String hook() {
        return "http://127.0.0.1:" + port + "/api/v1.0/recordings/storage-hook/";
    }

    @Test
    void tellsTheOthersWhenOneCannotBeTold() {
        var broken = users.create("Broken Address");
        jdbc.sql("update public.meet_user set email = 'no address' where id = :id")
                .param("id", broken.id())
                .update();
        var id = recording(broken, users.create("Alice Martin"));
        recordings.completeAndWait(id, "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> server.getReceivedMessages().length == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 1);
        assertThat(status(id)).isEqualTo("saved");
    }

    @Test
    void neitherWaitsNorHoldsAConnectionWhileTheServerIsSilent() throws Exception {
        var id = recording(users.create("Alice Martin"));
        server.stop();
        try (var silent = new ServerSocket(PORT, 50, InetAddress.getByName("127.0.0.1"))) {
            long before = System.nanoTime();
            recordings.completeAndWait(id, "test");
            var waited = Duration.ofNanos(System.nanoTime() - before);
            assertThat(waited).isBetween(Duration.ofMillis(1900), Duration.ofSeconds(5));
            assertThat(status(id)).isEqualTo("saved");
            var pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            await().atMost(Duration.ofSeconds(5)).until(() -> pool.getActiveConnections() == 0);
            assertThat(silent.isClosed()).isFalse();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> failures() == 1);
    }

    /** The log without the lines of the test's own mail server. */
    private static String ours(CapturedOutput output) {
        return output.getAll().lines().filter(it -> !it.contains("[smtp:")).collect(Collectors.joining("\n"));
    }

    private UUID recording(User... owners) {
        var room = UUID.randomUUID();
        var id = UUID.randomUUID();
        jdbc.sql("insert into public.meet_resource (id, created_at, updated_at) values (:id, now(), now())")
                .param("id", room)
                .update();
        jdbc.sql("""
                        insert into public.meet_room (resource_id, name, slug, configuration, access_level)
                        values (:id, 'Notre "salon" & co', :slug, '{}', 'public')""").param("id", room).param("slug", room.toString()).update();
        jdbc.sql("""
                        insert into public.meet_recording (id, created_at, updated_at, status, room_id, mode, options)
                        values (:id, '2023-05-15T14:30:00Z', now(), 'stopped', :room, 'screen_recording', '{}')""").param("id", id).param("room", room).update();
        for (int i = 0; i < owners.length; i++) {
            access(id, owners[i], "owner", i);
        }
        return id;
    }

    private void access(UUID recording, User user, String role, int minute) {
        jdbc.sql("""
                        insert into public.meet_recording_access
                            (id, created_at, updated_at, team, role, recording_id, user_id)
                        values (gen_random_uuid(), now() + :minute * interval '1 minute', now(), :team, :role, :recording, :user)""")
                .param("minute", minute)
                .param("team", user == null ? "a team" : "")
                .param("role", role)
                .param("recording", recording)
                .param("user", user == null ? null : user.id())
                .update();
    }

    /** On a busy machine the first attempt may take longer than the answer waits for it. */
    private void becomes(UUID id, String status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals(status));
    }

    private String status(UUID id) {
        return jdbc.sql("select status from public.meet_recording where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<String> notes(UUID id) {
        return jdbc.sql(
                        "select kind from causerie.recording_event where recording_id = :id and (kind like 'mail%' or kind = 'nobody_to_tell')")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private int outstanding() {
        return jdbc.sql("select count(*) from causerie.event_publication")
                .query(Integer.class)
                .single();
    }

    private int failures() {
        return jdbc.sql("select count(*) from causerie.event_publication where status = 'FAILED'")
                .query(Integer.class)
                .single();
    }

    private static String to(MimeMessage mail) throws MessagingException {
        return mail.getRecipients(RecipientType.TO)[0].toString();
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
