package io.causerie.recordings;

import io.causerie.livekit.Agents;
import io.causerie.livekit.LiveKitException;
import io.causerie.rooms.Room;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends for the agent that notes who spoke when, and takes it back when the recording is over (contract 04, section 9). Its failures hinder nothing. */
@Component
class MetadataCollector {

    private static final Logger log = LoggerFactory.getLogger(MetadataCollector.class);
    private static final String DISPATCH = "metadata_collector_dispatch_id";

    private final Agents agents;
    private final CollectorProperties properties;
    private final RecordingRepository repository;

    MetadataCollector(Agents agents, CollectorProperties properties, RecordingRepository repository) {
        this.agents = agents;
        this.properties = properties;
        this.repository = repository;
    }

    void start(Room room, Recording recording) {
        if (!wanted(recording)) {
            return;
        }
        try {
            var dispatch = agents.dispatch(
                    properties.agentName(), room.live(), recording.id().toString());
            if (dispatch.isEmpty()) {
                log.warn("recording {}: LiveKit gave no id for the metadata collector", recording.id());
            } else {
                repository.option(recording.id(), DISPATCH, dispatch);
            }
        } catch (LiveKitException e) {
            log.warn("recording {}: the metadata collector cannot be sent for: {}", recording.id(), e.getMessage());
        }
    }

    /** Whatever the setting says now: one that was sent for is taken back. */
    void stop(Recording recording) {
        var dispatch = recording.options().path(DISPATCH).asString("");
        if (dispatch.isEmpty()) {
            return;
        }
        try {
            agents.recall(dispatch, recording.roomId().toString());
        } catch (LiveKitException e) {
            log.warn("recording {}: the metadata collector cannot be taken back: {}", recording.id(), e.getMessage());
        }
    }

    /** Where it writes what it noted; empty when it was not asked for. */
    Optional<String> key(Recording recording) {
        return wanted(recording)
                ? Optional.of(properties.outputFolder() + "/" + recording.id() + "-metadata.json")
                : Optional.empty();
    }

    private boolean wanted(Recording recording) {
        return properties.enabled()
                && recording.options().path("collect_metadata").asBoolean(false);
    }
}
