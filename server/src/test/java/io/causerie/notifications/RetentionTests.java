package io.causerie.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.causerie.ApplicationTest;
import io.causerie.storage.ObjectStore;
import io.causerie.users.TestUsers;
import io.causerie.users.User;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/** Where the server deletes what is old: owners are warned a week and a day before, nothing goes unwarned, nothing goes that is held back. */
@ApplicationTest
@Import(TestUsers.class)
@TestPropertySource(
        properties = {
            "RECORDING_EXPIRATION_DAYS=30",
            "CAUSERIE_RECORDING_RETENTION=delete",
            "RECORDING_DOWNLOAD_BASE_URL=https://meet.example.org/recording",
            "DJANGO_EMAIL_HOST=127.0.0.1"
        })
class RetentionTests {

    private static final int PORT = freePort();
    private static final Path OBJECTS = folder();

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("DJANGO_EMAIL_PORT", () -> PORT);
        registry.add("CAUSERIE_OBJECT_FOLDER", OBJECTS::toString);
    }

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectStore store;

    @Autowired
    ExpiryWarnings warnings;

    @Autowired
    ApplicationContext context;

    @Autowired
    FailedEventPublications failed;

    private final GreenMail mails = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));
    private User alice;
    private UUID id;

    @BeforeEach
    void aRecording() throws IOException {
        mails.start();
        alice = users.create("Alice Martin", "fr-fr", "Europe/Paris");
        id = UUID.randomUUID();
        var room = UUID.randomUUID();
        jdbc.sql("insert into public.meet_resource (id, created_at, updated_at) values (:id, now(), now())")
                .param("id", room)
                .update();
        jdbc.sql("""
                insert into public.meet_room (resource_id, name, slug, configuration, access_level)
                values (:id, 'Weekly', :slug, '{}', 'public')""").param("id", room).param("slug", room.toString()).update();
        jdbc.sql("""
                insert into public.meet_recording (id, created_at, updated_at, status, room_id, mode, options)
                values (:id, now(), now(), 'notification_succeeded', :room, 'screen_recording', '{}')""").param("id", id).param("room", room).update();
        jdbc.sql("""
                insert into public.meet_recording_access (id, created_at, updated_at, team, role, recording_id, user_id)
                values (gen_random_uuid(), now(), now(), '', 'owner', :id, :user)""").param("id", id).param("user", alice.id()).update();
        store.write("recordings/" + id + ".mp4", "video/mp4", new ByteArrayInputStream(new byte[] {1}), 1);
    }

    @AfterEach
    void stop() {
        mails.stop();
        jdbc.sql("delete from causerie.event_publication").update();
        jdbc.sql("delete from public.meet_recording_access").update();
        jdbc.sql("delete from public.meet_recording").update();
    }

    @Test
    void warnsAWeekAndADayBeforeEachOnceAndThenDeletes() throws Exception {
        age(22);
        warnings.run();
        assertThat(notes()).isEmpty();

        age(24);
        warnings.run();
        warnings.run();
        await().atMost(Duration.ofSeconds(20)).until(() -> mails.getReceivedMessages().length == 1);
        assertThat(mails.getReceivedMessages()[0].getSubject()).isEqualTo("Votre enregistrement sera bientôt supprimé");
        assertThat(text(0)).contains("dans 7 jours", "« Weekly »", "https://meet.example.org/recording/" + id);

        age(29);
        warnings.run();
        warnings.run();
        await().atMost(Duration.ofSeconds(20)).until(() -> mails.getReceivedMessages().length == 2);
        assertThat(text(1)).contains("demain");

        age(31);
        retention();
        assertThat(exists()).as("warned a moment ago only").isTrue();
        warnedADayAgo();
        retention();
        assertThat(exists()).isFalse();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> store.head("recordings/" + id + ".mp4").isEmpty());
        assertThat(jdbc.sql("select cause from causerie.recording_receipt where recording_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("expired");
        assertThat(notes())
                .contains("deleted")
                .filteredOn("expiry_warned"::equals)
                .hasSize(3);
    }

    /** Contract 04, section 17, item 12. */
    @Test
    void whatHasNoOwnerAnyMoreIsDeletedInTimeAndNobodyIsWarned() throws IOException {
        users.delete(alice);
        age(29);
        warnings.run();
        age(31);
        retention();
        assertThat(exists()).as("as long as everything else").isTrue();
        warnedADayAgo();
        retention();
        assertThat(exists()).isFalse();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> store.head("recordings/" + id + ".mp4").isEmpty());
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(notes()).contains("expiry_warned", "deleted");
    }

    /** The owner is deleted between the warning and its mail. */
    @Test
    void aDeletedOwnerIsNotWarnedByMail() {
        mails.stop();
        age(29);
        warnings.run();
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 1);
        users.delete(alice);
        mails.start();
        failed.resubmit(ResubmissionOptions.defaults());
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    private int failures() {
        return count("select count(*) from causerie.event_publication where status = 'FAILED'");
    }

    private int outstanding() {
        return count("select count(*) from causerie.event_publication");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    @Test
    void whatNobodyWasWarnedOfStays() {
        age(400);
        retention();
        assertThat(exists()).isTrue();
        warnings.run();
        assertThat(notes())
                .as("the last warning only")
                .filteredOn("expiry_warned"::equals)
                .hasSize(1);
        retention();
        assertThat(exists()).isTrue();
    }

    @Test
    void whatIsHeldBackIsNeitherWarnedOfNorDeleted() {
        age(400);
        jdbc.sql("insert into causerie.recording_hold (recording_id, held_at, reason) values (:id, now(), 'x')")
                .param("id", id)
                .update();
        warnings.run();
        assertThat(notes()).isEmpty();
        retention();
        assertThat(exists()).isTrue();
    }

    /** The job of another module. */
    private void retention() {
        ReflectionTestUtils.invokeMethod(context.getBean("retention"), "run");
    }

    private void age(int days) {
        jdbc.sql("update public.meet_recording set created_at = now() - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", id)
                .update();
    }

    /** The ledger is append-only: an earlier line is added. */
    private void warnedADayAgo() {
        jdbc.sql("""
                insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                select id, room_id, now() - interval '23 hours', 'expiry_warned', '{"days": 1}' from public.meet_recording
                where id = :id""").param("id", id).update();
    }

    private boolean exists() {
        return jdbc.sql("select count(*) from public.meet_recording where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private List<String> notes() {
        return jdbc.sql("select kind from causerie.recording_event where recording_id = :id order by id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private String text(int mail) throws Exception {
        return (String) ((MimeMultipart) mails.getReceivedMessages()[mail].getContent())
                .getBodyPart(0)
                .getContent();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("retention");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
