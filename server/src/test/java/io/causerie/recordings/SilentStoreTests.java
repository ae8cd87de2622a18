package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.recordings.WorkerService.Finding;
import io.causerie.storage.ObjectStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker died without a word, and the store does not say whether it left a file: nobody's room waits for the store, and nothing is concluded for a day. */
class SilentStoreTests extends RecordingTest {

    @Autowired
    RecordingRepository repository;

    @Autowired
    MetadataCollector collector;

    @Autowired
    RoomSigns signs;

    @Autowired
    UnattendedStarts unattended;

    private final ObjectStore silent = (ObjectStore) Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                throw new IOException("503");
            });

    @Test
    void freesTheRoomAndGoesOnAsking() {
        var id = rows.recording(room, RecordingStatus.ACTIVE, StubWorker.next());
        assertThat(vanished(id, Duration.ofSeconds(59))).isFalse();
        assertThat(rows.status(id)).isEqualTo("active");
        assertThat(vanished(id, Duration.ofSeconds(61))).isTrue();
        assertThat(rows.status(id)).isEqualTo("stopped");
        assertThat(start().status()).isEqualTo(201);

        assertThat(vanished(id, Duration.ofHours(23))).isFalse();
        assertThat(rows.status(id)).isEqualTo("stopped");
    }

    @Test
    void isGivenUpAfterADayAndStillRescued() {
        var id = rows.recording(room, RecordingStatus.STOPPED, StubWorker.next());
        assertThat(vanished(id, Duration.ofHours(25))).isTrue();
        assertThat(rows.status(id)).isEqualTo("failed_to_stop");
        assertThat(ledger.of(id))
                .extracting(it -> it.kind() + " " + it.details().path("cause").asString(""))
                .contains("failed_to_stop store_silent");
        assertThat(vanished(id, Duration.ofHours(1))).isFalse();
        assertThat(recordings.rescue(id, "file_found")).isTrue();
    }

    private boolean vanished(UUID id, Duration ago) {
        return new Conclusions(repository, recordings, signs, collector, silent, unattended, Clock.systemUTC())
                .draw(recordings.find(id).orElseThrow(), Finding.UNHEARD, ago);
    }
}
