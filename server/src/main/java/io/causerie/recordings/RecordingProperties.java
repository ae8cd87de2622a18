package io.causerie.recordings;

import io.causerie.platform.Literal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of recordings (contract 04, section 16).
 *
 * @param enabled whether recordings can be started and stopped
 * @param outputFolder the prefix of every object key
 * @param workerClasses which worker makes which mode, as a dictionary; empty: the two egress workers
 * @param storageEventEnabled whether the object store's notices complete recordings, instead of LiveKit's
 * @param expirationDays after how many days the bucket's rule deletes a file; null or 0: never
 * @param retention {@code delete}: the server deletes files that are older; {@code off}: it is left to the bucket
 * @param sharedWith {@code starter}: whoever started a recording may see it; {@code room}: whoever administers its room may, too
 * @param deleteNotified whether a recording may still be deleted once its mails were sent; the reference server does not let it (section 2.2)
 * @param maxDuration the longest recording in milliseconds, for display only
 */
@ConfigurationProperties("causerie.recording")
record RecordingProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("recordings") String outputFolder,
        Literal workerClasses,
        @DefaultValue("false") boolean storageEventEnabled,
        @Nullable Integer expirationDays,
        @DefaultValue("off") String retention,
        @DefaultValue("starter") String sharedWith,
        @DefaultValue("false") boolean deleteNotified,
        @Nullable Long maxDuration,
        @DefaultValue Encoding encoding) {

    /** Where the file is kept (section 1.2): the folder as it is configured, the id, the mode's extension. */
    String key(Recording recording) {
        return outputFolder + "/" + recording.id() + "." + recording.mode().extension();
    }

    /** When the file is deleted; empty when it is kept for good (section 12). */
    Optional<Instant> expiredAt(Recording recording) {
        return expirationDays == null || expirationDays <= 0
                ? Optional.empty()
                : Optional.of(recording.createdAt().plus(Duration.ofDays(expirationDays)));
    }

    boolean sharedWithRoom() {
        return sharedWith.equals("room");
    }

    /** Whether the server itself deletes recordings when they are old enough. */
    boolean deletesExpired() {
        return retention.equals("delete") && expirationDays != null && expirationDays > 0;
    }

    /** Picture and sound quality of the video egress, sent only if {@code enabled} (section 5.4). */
    record Encoding(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("1280") int width,
            @DefaultValue("720") int height,
            @DefaultValue("30") int framerate,
            @DefaultValue("3000") int videoBitrateKbps,
            @DefaultValue("128") int audioBitrateKbps,
            @DefaultValue("4.0") double keyFrameIntervalS) {}
}
