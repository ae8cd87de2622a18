package io.causerie.recordings;

import io.causerie.livekit.AccessTokens;
import io.causerie.platform.ApiException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Exchanges a recorder page's one-time code for its task. */
@Service
class RecorderClaims {

    /** A meeting longer than this ends its recording when LiveKit's line breaks afterwards. */
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

    private static final int CHUNK_MILLISECONDS = 2000;

    private final RecorderSessions sessions;
    private final RecorderProperties properties;
    private final RecordingProperties recording;
    private final AccessTokens tokens;

    RecorderClaims(
            RecorderSessions sessions,
            RecorderProperties properties,
            RecordingProperties recording,
            AccessTokens tokens) {
        this.sessions = sessions;
        this.properties = properties;
        this.recording = recording;
        this.tokens = tokens;
    }

    /** 403 for a code that is unknown or spent. */
    RecorderTask claim(String code) {
        var token = RecorderSecrets.next();
        var session = sessions.claim(RecorderSecrets.hash(code), RecorderSecrets.hash(token))
                .orElseThrow(() -> new ApiException.Forbidden("The code is unknown, or was used before."));
        var room = session.roomId().toString();
        var entry = tokens.recorder(room, identity(session.recordingId()), TOKEN_LIFE);
        return new RecorderTask(
                session.recordingId(),
                session.mode(),
                new RecorderTask.LiveKit(properties.livekitUrl(), entry),
                token,
                CHUNK_MILLISECONDS,
                properties.emptyTimeout().toMillis(),
                limit(),
                1280,
                720,
                25,
                session.roomName());
    }

    private @org.jspecify.annotations.Nullable Long limit() {
        var limit = recording.maxDuration();
        return limit == null || limit <= 0 ? null : limit;
    }

    /** By which LiveKit knows the recorder. */
    static String identity(UUID recording) {
        return "recorder-" + recording;
    }
}
