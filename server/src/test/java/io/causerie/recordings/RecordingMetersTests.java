package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ApplicationTest;
import io.causerie.Http;
import io.causerie.Statements;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** {@code /__metrics__}: the account of recordings as Prometheus reads it. */
@ApplicationTest
@Import(Statements.class)
@TestPropertySource(properties = "CAUSERIE_METRICS_TOKEN=scraper")
class RecordingMetersTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Test
    void drawUpTheAccountByThreeStatementsGoodForSomeSeconds() {
        var rows = new TestRecordings(jdbc);
        var room = rows.room("measured-" + UUID.randomUUID());
        rows.recording(room, RecordingStatus.SAVED, null);
        rows.recording(room, RecordingStatus.ABORTED, null);
        var active = rows.recording(room, RecordingStatus.ACTIVE, null);
        jdbc.sql("update meet_recording set created_at = now() - interval '1 hour' where id = :id")
                .param("id", active)
                .update();
        line(UUID.randomUUID(), "initiated");
        jdbc.sql("""
                insert into causerie.notification (id, recording_id, user_id, kind, number, of, created_at, state, attempts)
                select gen_random_uuid(), :id, gen_random_uuid(), 'recording_ready', 1, 1, now() - interval '2 hours', state, 9
                from unnest(array['given_up', 'sent', 'queued']) as state""").param("id", active).update();

        var sent = statements.during(() -> assertThat(scrape())
                .contains("causerie_recordings{state=\"saved\"} 1.0", "causerie_recordings{state=\"active\"} 1.0")
                .contains("causerie_recordings_account{part=\"started\"} 4.0")
                .contains("causerie_recordings_account{part=\"playable\"} 1.0")
                .contains("causerie_recordings_account{part=\"explained\"} 1.0")
                .contains("causerie_recordings_account{part=\"in_flight\"} 1.0")
                .contains("causerie_recordings_lost 1.0", "causerie_recordings_overdue 0.0")
                .contains("causerie_effects_outstanding{effect=\"recording_ready\"} 1.0")
                .contains("causerie_effects_given_up{effect=\"recording_ready\"} 1.0")
                .contains("causerie_effects_outstanding{effect=\"deletion\"} 0.0")
                .containsPattern("causerie_recordings_oldest_in_flight_seconds 36\\d\\d\\.")
                .containsPattern("causerie_effects_oldest_seconds\\{effect=\"recording_ready\"} 72\\d\\d\\.")
                .contains("jvm_memory_used_bytes", "process_uptime_seconds"));
        assertThat(sent).hasSize(3);
        assertThat(scrape()).contains("causerie_recordings_lost 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer other", "scraper"})
    void areForThoseWhoKnowTheToken(String authorization) {
        var http = new Http(port);
        var answer = (authorization.isEmpty() ? http : http.with("Authorization", authorization)).get("/__metrics__");
        assertThat(answer.status()).isEqualTo(401);
    }

    private String scrape() {
        var answer = new Http(port).with("Authorization", "Bearer scraper").get("/__metrics__");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        return answer.body();
    }

    private void line(UUID recording, String kind) {
        jdbc.sql("""
                insert into causerie.recording_event (recording_id, room_id, at, kind, details)
                values (:id, :id, now(), :kind, '{}')""").param("id", recording).param("kind", kind).update();
    }
}
