package io.causerie.recordings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** When a recording's first and last picture were taken, as its worker knows (contract 04, section 10.3). */
@Service
public class RecordingTimes {

    private static final Logger log = LoggerFactory.getLogger(RecordingTimes.class);

    private final Workers workers;

    RecordingTimes(Workers workers) {
        this.workers = workers;
    }

    /** Either may be unknown. */
    public record Span(
            @Nullable Instant startedAt, @Nullable Instant endedAt) {

        static final Span UNKNOWN = new Span(null, null);
    }

    /** Unknown when the worker cannot tell, or does not answer. */
    public Span of(Recording recording) {
        if (recording.workerId() == null) {
            return Span.UNKNOWN;
        }
        try {
            return workers.of(recording).times(recording);
        } catch (RuntimeException e) {
            log.info("recording {}: its worker does not tell when it was made", recording.id());
            return Span.UNKNOWN;
        }
    }
}
