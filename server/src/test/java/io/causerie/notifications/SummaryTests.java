package io.causerie.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.recordings.Recordings;
import io.causerie.users.TestUsers;
import io.causerie.users.User;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recordings handed to the summary service, and what it tells of them (contract 04, sections 8 and 10.3 to 10.5). */
@ApplicationTest
@Import(TestUsers.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "SUMMARY_SERVICE_VERSION=2",
            "SUMMARY_SERVICE_API_TOKEN=summary-token",
            "SUMMARY_SERVICE_WEBHOOK_API_TOKEN=hook-token",
            "TRANSCRIPTION_SATISFACTION_FORM_BASE_URL=https://form.example.org/ask",
            "METADATA_COLLECTOR_ENABLED=true",
            "RECORDING_DOWNLOAD_BASE_URL=https://meet.example.org/recording",
            "AWS_S3_ENDPOINT_URL=http://store.example.org:9000",
            "AWS_S3_ACCESS_KEY_ID=key",
            "AWS_S3_SECRET_ACCESS_KEY=secret-key-of-the-store",
            "AWS_S3_DOMAIN_REPLACE=https://outside.example.org"
        })
class SummaryTests {

    private static final StubSummaryService SERVICE = new StubSummaryService();

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry registry) {
        registry.add("SUMMARY_SERVICE_ENDPOINT", SERVICE::address);
        registry.add("ANALYTICS_BACKEND", () -> "core.analytics.posthog.PostHogAnalytics");
        registry.add(
                "ANALYTICS_BACKEND_SETTINGS",
                () -> "{'api_key': 'k', 'host': '" + SERVICE.address().replace("/jobs/", "") + "'}");
    }

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    Recordings recordings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    FailedEventPublications failed;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    User owner;

    @BeforeEach
    void anOwner() {
        SERVICE.reset();
        owner = users.create("Alice Martin", "fr-fr", "Europe/Paris");
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from causerie.event_publication").update();
    }

    @Test
    void handsATranscriptOverFollowingTheRedirectWithMethodBodyAndToken() {
        var id = recording("transcript", "{\"language\": \"nl\", \"collect_metadata\": true}");
        recordings.completeAndWait(id, "test");

        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("notification_succeeded"));
        assertThat(SERVICE.calls).hasSize(1);
        var call = SERVICE.calls.getFirst();
        assertThat(call.path()).isEqualTo("/jobs");
        assertThat(call.token()).isEqualTo("Bearer summary-token");
        var body = json.readTree(call.body());
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "user_sub",
                        "user_email",
                        "cloud_storage_url",
                        "language",
                        "context_language",
                        "push_to_docs_config",
                        "metadata");
        assertThat(text(body, "user_sub")).isEqualTo(owner.sub());
        assertThat(text(body, "user_email")).isEqualTo(owner.email());
        assertThat(text(body, "language")).isEqualTo("nl");
        assertThat(text(body, "context_language")).isEqualTo("fr-fr");
        assertThat(text(body, "cloud_storage_url"))
                .startsWith("http://store.example.org:9000/meet-media-storage/recordings/" + id + ".ogg?")
                .contains("X-Amz-Signature=", "X-Amz-Expires=86400");
        // nobody knows when it was made: LiveKit does not answer
        assertThat(body.get("metadata").isNull()).isTrue();
        var document = body.path("push_to_docs_config");
        assertThat(text(document, "user_email")).isEqualTo(owner.email());
        assertThat(text(document, "title")).isEqualTo("Transcription");
        assertThat(text(document, "download_link")).isEqualTo("https://meet.example.org/recording/" + id);
        assertThat(text(document, "form_link")).startsWith("https://form.example.org/ask?room_id=");
        assertThat(document.path("auto_create_summary").booleanValue()).isFalse();
        assertThat(job(id))
                .isEqualTo(json.readTree(SERVICE.answer).path("job_id").stringValue());
        assertThat(notes(id)).containsExactly("summary_sent");
    }

    @Test
    void asksForASummaryForWhomAnalyticsHasSwitchedItOn() {
        SERVICE.enabledFor = owner.id().toString();
        recordings.completeAndWait(recording("transcript", "{}"), "test");
        assertThat(json.readTree(SERVICE.calls.getFirst().body())
                        .at("/push_to_docs_config/auto_create_summary")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void asksForNothingWhenNobodyWantsATranscriptOfAFilm() {
        var id = recording("screen_recording", "{}");
        recordings.completeAndWait(id, "test");
        assertThat(SERVICE.calls).isEmpty();
    }

    @Test
    void handsAFilmOverAsWellWhenItIsToBeTranscribed() {
        var id = recording("screen_recording", "{\"transcribe\": true}");
        recordings.completeAndWait(id, "test");
        assertThat(SERVICE.calls).hasSize(1);
        var body = json.readTree(SERVICE.calls.getFirst().body());
        assertThat(text(body, "cloud_storage_url")).contains(id + ".mp4?");
        assertThat(text(body, "language")).isEqualTo("en");
        assertThat(body.path("push_to_docs_config").get("form_link").isNull()).isTrue();
        // there is no mail server: the mail failed, so not everybody was told
        assertThat(status(id)).isEqualTo("saved");
    }

    @Test
    void makesOneJobHoweverOftenTheRecordingIsCompleted() throws Exception {
        var id = recording("transcript", "{}");
        var calls = Stream.generate(() -> (Callable<Boolean>) () -> recordings.completeAndWait(id, "test"))
                .limit(10)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(calls);
        }
        assertThat(SERVICE.calls).hasSize(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("notification_succeeded"));
    }

    @Test
    void makesOneJobHoweverOftenItIsAskedFor() {
        var id = recording("transcript", "{}");
        recordings.completeAndWait(id, "test");
        var notification = jdbc.sql("select id from causerie.notification where recording_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        for (int i = 0; i < 5; i++) {
            transaction.executeWithoutResult(it -> events.publishEvent(new SummaryDue(notification, id)));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(SERVICE.calls).hasSize(1);
        assertThat(notes(id)).containsExactly("summary_sent");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void triesAgainWhatWasCertainlyNotTaken(int status) {
        SERVICE.status = status;
        var id = recording("transcript", "{}");
        recordings.completeAndWait(id, "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 1);
        assertThat(status(id)).isEqualTo("saved");
        SERVICE.status = 200;
        failed.resubmit(ResubmissionOptions.defaults());
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("notification_succeeded"));
        assertThat(notes(id)).containsExactly("summary_failed", "summary_sent");
    }

    /** Contract 04, section 17, item 12: the account is deleted between completion and hand-over. */
    @Test
    void aRecordingWhoseOwnerWasDeletedIsHandedOverToNobodyAndStaysSaved() {
        var id = handedOverLater();
        users.delete(owner);
        failed.resubmit(ResubmissionOptions.defaults());
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(SERVICE.calls).hasSize(1);
        assertThat(status(id)).isEqualTo("saved");
        assertThat(notes(id)).containsExactly("summary_failed", "nobody_to_tell");
    }

    @Test
    void aRecordingWhoseLastOwnerWasDeletedIsHandedOverForTheOneBefore() {
        var id = handedOverLater();
        var other = users.create("Bob Durand");
        jdbc.sql("""
                        insert into public.meet_recording_access
                            (id, created_at, updated_at, team, role, recording_id, user_id)
                        values (gen_random_uuid(), now() - interval '1 day', now(), '', 'owner', :recording, :user)""").param("recording", id).param("user", other.id()).update();
        users.delete(owner);
        failed.resubmit(ResubmissionOptions.defaults());
        await().atMost(Duration.ofSeconds(20)).until(() -> outstanding() == 0);
        assertThat(text(json.readTree(SERVICE.calls.getLast().body()), "user_sub"))
                .isEqualTo(other.sub());
        assertThat(status(id)).isEqualTo("notification_succeeded");
        assertThat(notes(id)).containsExactly("summary_failed", "summary_sent");
    }

    /** A transcript that the service, asked once, will take when it is asked again. */
    private UUID handedOverLater() {
        SERVICE.status = 503;
        var id = recording("transcript", "{}");
        recordings.completeAndWait(id, "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 1);
        SERVICE.status = 200;
        return id;
    }

    /** A status of 0 is a connection that breaks off. */
    @ParameterizedTest
    @CsvSource({"0, ''", "400, ''", "422, ''", "200, no JSON", "200, '{\"job_id\": 7}'", "200, []"})
    void neverRepeatsWhatMayHaveBeenTakenOrIsRefused(int status, String answer, CapturedOutput output) {
        SERVICE.status = status;
        SERVICE.answer = answer;
        var id = recording("transcript", "{}");
        recordings.completeAndWait(id, "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> notes(id).contains("summary_given_up"));
        assertThat(status(id)).isEqualTo("saved");
        assertThat(SERVICE.calls).hasSize(1);
        assertThat(output.getAll()).doesNotContain("summary-token", "X-Amz-Signature", owner.email());
    }

    @Test
    void theTokenGoesToNoOtherHost() {
        SERVICE.elsewhere = "http://localhost:1/jobs";
        var id = recording("transcript", "{}");
        recordings.completeAndWait(id, "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> notes(id).contains("summary_given_up"));
        assertThat(SERVICE.calls).isEmpty();
    }

    @Test
    void theServiceTellsWhatBecameOfItsJobsWhateverTheState() {
        var id = recording("transcript", "{}");
        recordings.handedOver(id, "job-of-" + id);
        for (var word : List.of("failure", "success")) {
            var answer = hook(
                    "Bearer hook-token",
                    "{\"job_id\": \"job-of-" + id + "\", \"type\": \"transcript\", \"status\": \"" + word + "\"}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Event processed.\"}");
            assertThat(status(id))
                    .isEqualTo(word.equals("success") ? "external_process_successful" : "external_process_failed");
        }
        assertThat(recordings.complete(id, "late")).isFalse();
        recordings.notified(id);
        assertThat(status(id)).isEqualTo("external_process_successful");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"job_id": "unknown", "type": "transcript", "status": "success"} | 200 | {"message":"Event processed."}
            {"job_id": 12, "type": null, "status": ""}                       | 200 | {"message":"Event processed."}
            {"job_id": "x", "type": "summary", "status": "pending"}          | 200 | {"message":"Event processed."}
            {}                                                               | 400 | {"job_id":["This field is required."]}
            {"job_id": null}                                                 | 400 | {"job_id":["This field may not be null."]}
            {"job_id": " "}                                                  | 400 | {"job_id":["This field may not be blank."]}
            {"job_id": true}                                                 | 400 | {"job_id":["Not a valid string."]}
            {"job_id": "x", "type": []}                                      | 400 | {"type":["Not a valid string."]}
            []                                                               | 400 | {"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}
            """)
    void answersTheHookAsTheContractSays(String body, int status, String expected) {
        var answer = hook("bearer   hook-token ", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Authorization header is required",
        "hook-token, Invalid authorization header format.",
        "Bearer other, Invalid token"
    })
    void theHookIsForThoseWhoKnowItsToken(String header, String detail) {
        var answer = hook(header, "{}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm='External process webhook API'");
        assertThat(answer.body()).contains(detail);
    }

    private Http.Answer hook(String authorization, String body) {
        var http = new Http(port);
        return (authorization.isEmpty() ? http : http.with("Authorization", authorization))
                .post("/api/v1.0/recordings/external-process-hook/", body);
    }

    private UUID recording(String mode, String options) {
        var room = UUID.randomUUID();
        var id = UUID.randomUUID();
        jdbc.sql("insert into public.meet_resource (id, created_at, updated_at) values (:id, now(), now())")
                .param("id", room)
                .update();
        jdbc.sql("""
                        insert into public.meet_room (resource_id, name, slug, configuration, access_level)
                        values (:id, 'Weekly', :slug, '{}', 'public')""").param("id", room).param("slug", room.toString()).update();
        jdbc.sql("""
                        insert into public.meet_recording (id, created_at, updated_at, status, room_id, mode, options, worker_id)
                        values (:id, now(), now(), 'stopped', :room, :mode, :options::jsonb, :worker)""")
                .param("id", id)
                .param("room", room)
                .param("mode", mode)
                .param("options", options)
                .param("worker", "EG_" + id)
                .update();
        jdbc.sql("""
                        insert into public.meet_recording_access
                            (id, created_at, updated_at, team, role, recording_id, user_id)
                        values (gen_random_uuid(), now(), now(), '', 'owner', :recording, :user)""").param("recording", id).param("user", owner.id()).update();
        return id;
    }

    private String status(UUID id) {
        return jdbc.sql("select status from public.meet_recording where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String job(UUID id) {
        return jdbc.sql("select external_process_id from public.meet_recording where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<String> notes(UUID id) {
        return jdbc.sql(
                        "select kind from causerie.recording_event where recording_id = :id and (kind like 'summary%' or kind = 'nobody_to_tell') order by id")
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

    private static String text(JsonNode node, String field) {
        return node.path(field).stringValue();
    }
}
