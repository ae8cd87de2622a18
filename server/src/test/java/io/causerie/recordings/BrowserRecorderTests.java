package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.causerie.ApplicationTest;
import io.causerie.LiveKitServer;
import io.causerie.livekit.AccessTokens;
import io.causerie.livekit.LiveRooms;
import io.causerie.rooms.Room;
import io.causerie.users.TestUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Real meetings, recorded by a real browser through a real livekit-server. */
@ApplicationTest
class BrowserRecorderTests {

    private static final LiveKitServer LIVEKIT = new LiveKitServer();

    @TempDir
    static Path objects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestUsers users;

    @Autowired
    RecordingRepository repository;

    @Autowired
    RecorderSessions sessions;

    @Autowired
    RecorderBrowsers browsers;

    @Autowired
    BrowserRecorder recorder;

    @Autowired
    RecorderProperties properties;

    @Autowired
    AccessTokens tokens;

    @Autowired
    LiveRooms rooms;

    private Room room;
    private Participant alice;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        LIVEKIT.start(null);
        registry.add("CAUSERIE_OBJECT_FOLDER", objects::toString);
        registry.add("LIVEKIT_API_URL", LIVEKIT::url);
        registry.add("CAUSERIE_RECORDER_MAX", () -> 1);
        registry.add("causerie.recorder.empty-timeout", () -> "3s");
    }

    @AfterAll
    static void stopLiveKit() {
        LIVEKIT.close();
    }

    @BeforeEach
    void meet() throws Exception {
        room = RecorderRooms.create(jdbc, "Weekly planning");
        alice = Participant.join(properties.browser().orElseThrow(), LIVEKIT.url(), tokens, room.id(), "Alice Martin");
    }

    @AfterEach
    void part() {
        if (alice != null) {
            alice.close();
        }
    }

    @Test
    void recordsPictureAndSoundAndShowsItToThePeople() throws Exception {
        var recording = start(RecordingMode.SCREEN_RECORDING);
        assertThat(rooms.participants(room.id().toString()))
                .anyMatch(it -> it.hidden() && it.identity().equals("recorder-" + recording.id()));
        awaitChunks(recording, 5);

        assertThat(recorder.stop(recorder(recording))).isEqualTo(WorkerService.StopOutcome.STOPPED);

        awaitStatus(recording, RecordingStatus.SAVED);
        var file = file(recording);
        assertThat(file.format()).contains("mp4");
        assertThat(file.codecs()).containsExactly("h264", "opus");
        assertThat(file.seconds())
                .isBetween(secondsSince("worker_started", recording) - 3, secondsSince("initiated", recording));
        assertThat(file.loudness()).isGreaterThan(-40);
        var brightness = file.brightness();
        assertThat(brightness.stream().mapToDouble(it -> it).max().orElse(0)
                        - brightness.stream().mapToDouble(it -> it).min().orElse(0))
                .isGreaterThan(5);
        assertThat(recorder.look(repository.find(recording.id()).orElseThrow(), key(recording))
                        .progress())
                .isEqualTo(WorkerService.Progress.FINISHED);
    }

    @Test
    void recordsTheSoundAloneForATranscript() throws Exception {
        var recording = start(RecordingMode.TRANSCRIPT);
        awaitChunks(recording, 3);
        recorder.stop(recorder(recording));
        awaitStatus(recording, RecordingStatus.SAVED);
        var file = file(recording);
        assertThat(file.format()).isEqualTo("ogg");
        assertThat(file.codecs()).containsExactly("opus");
        assertThat(file.seconds()).isBetween(5.0, 15.0);
        assertThat(file.loudness()).isGreaterThan(-40);
    }

    @Test
    void keepsAPlayablePartWhenTheBrowserIsKilled() throws Exception {
        var recording = start(RecordingMode.SCREEN_RECORDING);
        awaitChunks(recording, 5);
        long pid = browsers.pid(recording.id()).orElseThrow();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        awaitStatus(recording, RecordingStatus.SAVED);
        assertThat(timeline(recording, "saved")).contains("browser_crashed");
        assertThat(file(recording).codecs()).containsExactly("h264", "opus");
        assertThat(file(recording).seconds()).isGreaterThan(3);
        assertThat(repository.occupying(room.id())).isEmpty();
    }

    @Test
    void endsWhenTheRoomStaysEmpty() throws Exception {
        var recording = start(RecordingMode.TRANSCRIPT);
        awaitChunks(recording, 1);
        alice.close();
        awaitStatus(recording, RecordingStatus.SAVED);
        assertThat(timeline(recording, "saved")).contains("room_empty");
    }

    @Test
    void endsWhenTheRoomIsClosed() throws Exception {
        var recording = start(RecordingMode.TRANSCRIPT);
        awaitChunks(recording, 1);
        rooms.delete(room.id().toString());
        awaitStatus(recording, RecordingStatus.SAVED);
        assertThat(timeline(recording, "saved")).contains("room_closed");
    }

    @Test
    void refusesMoreRecordingsThanTheServerMayMake() {
        var recording = start(RecordingMode.TRANSCRIPT);
        var other = RecorderRooms.create(jdbc, "Another");
        var second = RecorderRooms.initiate(
                repository, other, users.create("Bob Durand").id(), RecordingMode.TRANSCRIPT);
        assertThatThrownBy(() -> recorder.start(other, second, key(second)))
                .isInstanceOfSatisfying(WorkerException.class, it -> {
                    assertThat(it.unknown()).isFalse();
                    assertThat(it.words().orElse("")).contains("limit");
                });
        assertThat(sessions.find(second.id())).isEmpty();
        recorder.stop(recorder(recording));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browsers.pid(recording.id())).isEmpty());
    }

    private Recording start(RecordingMode mode) {
        var recording = RecorderRooms.initiate(
                repository, room, users.create("Alice Martin").id(), mode);
        var worker = recorder.start(room, recording, key(recording));
        repository.activate(recording.id(), worker, Map.of());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sessions.find(recording.id()).orElseThrow().startedAt() != null);
        return recording;
    }

    private void awaitChunks(Recording recording, int count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sessions.find(recording.id()).orElseThrow().nextChunk() >= count);
    }

    private void awaitStatus(Recording recording, RecordingStatus status) {
        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(
                                repository.find(recording.id()).orElseThrow().status())
                        .isIn(status, RecordingStatus.NOTIFICATION_SUCCEEDED));
    }

    private String timeline(Recording recording, String kind) {
        return jdbc.sql("select details::text from causerie.recording_event where recording_id = :id and kind = :kind")
                .param("id", recording.id())
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    /** From a line of the timeline to the last byte. */
    private double secondsSince(String kind, Recording recording) {
        return jdbc.sql("""
                select extract(epoch from max(at) filter (where kind = 'worker_ended')
                    - min(at) filter (where kind = :kind))
                from causerie.recording_event where recording_id = :id""")
                .param("id", recording.id())
                .param("kind", kind)
                .query(Double.class)
                .single();
    }

    private static String recorder(Recording recording) {
        return "BR_" + recording.id();
    }

    private static String key(Recording recording) {
        return "recordings/" + recording.id() + "." + recording.mode().extension();
    }

    private MediaFile file(Recording recording) throws IOException {
        try (var files = Files.walk(objects)) {
            return new MediaFile(files.filter(it -> it.getFileName()
                            .toString()
                            .startsWith(recording.id().toString()))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow());
        }
    }
}
