package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.livekit.Agents;
import io.causerie.livekit.LiveKitException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The agent that notes who spoke when: sent for after a start, taken back at the end, and never in anybody's way (contract 04, section 9). */
@Import(MetadataCollectorTests.Parts.class)
@TestPropertySource(properties = {"METADATA_COLLECTOR_ENABLED=true", "METADATA_COLLECTOR_AGENT_NAME=the-collector"})
class MetadataCollectorTests extends RecordingTest {

    private static final String WITH = "{\"mode\": \"transcript\", \"options\": {\"collect_metadata\": true}}";

    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        @Primary
        RecordedAgents recordedAgents() {
            return new RecordedAgents();
        }
    }

    static class RecordedAgents implements Agents {

        final List<String> calls = new ArrayList<>();
        String id = "AD_1";
        boolean down;

        @Override
        public String dispatch(String agent, String room, String metadata) {
            calls.add("send " + agent + " " + room + " " + metadata);
            return answer(id);
        }

        @Override
        public void recall(String dispatch, String room) {
            calls.add("recall " + dispatch + " " + room);
            answer(dispatch);
        }

        private String answer(String it) {
            if (down) {
                throw new LiveKitException.Refused("unavailable", "down");
            }
            return it;
        }
    }

    @Autowired
    RecordedAgents agents;

    @Autowired
    MetadataCollector collector;

    @BeforeEach
    void nobodyWasSentFor() {
        agents.calls.clear();
        agents.id = "AD_1";
        agents.down = false;
    }

    @Test
    void isSentForWithTheRecordingsIdAndTakenBack() {
        assertThat(start(alice, WITH).status()).isEqualTo(201);
        var recording = recordings.find((UUID) row().get("id")).orElseThrow();
        assertThat(agents.calls).containsExactly("send the-collector " + room + " " + recording.id());
        assertThat(recording.options().path("metadata_collector_dispatch_id").stringValue())
                .isEqualTo("AD_1");
        assertThat(recording.options().path("collect_metadata").booleanValue()).isTrue();
        assertThat(recordings.metadataKey(recording)).hasValue("metadata/" + recording.id() + "-metadata.json");

        collector.stop(recording);
        assertThat(agents.calls.getLast()).isEqualTo("recall AD_1 " + room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"collect_metadata\": false}", "{\"transcribe\": true}", "{}"})
    void isNotSentForUnasked(String options) {
        start(alice, "{\"mode\": \"transcript\", \"options\": " + options + "}");
        assertThat(agents.calls).isEmpty();
        var recording = recordings.find((UUID) row().get("id")).orElseThrow();
        collector.stop(recording);
        assertThat(agents.calls).isEmpty();
        assertThat(recordings.metadataKey(recording)).isEmpty();
    }

    @Test
    void hindersNothingWhenItCannotComeOrGo() {
        agents.down = true;
        assertThat(start(alice, WITH).status()).isEqualTo(201);
        assertThat(String.valueOf(row().get("option_text"))).doesNotContain("dispatch");

        var id = rows.recording(
                rows.room("r-" + UUID.randomUUID()),
                RecordingStatus.ACTIVE,
                "EG_x",
                RecordingMode.TRANSCRIPT,
                "{\"metadata_collector_dispatch_id\": \"AD_2\"}");
        collector.stop(recordings.find(id).orElseThrow());
        assertThat(agents.calls.getLast()).startsWith("recall AD_2");
    }

    @Test
    void anOrderWithoutIdIsNotKept() {
        agents.id = "";
        assertThat(start(alice, WITH).status()).isEqualTo(201);
        assertThat(String.valueOf(row().get("option_text"))).doesNotContain("dispatch");
    }
}
