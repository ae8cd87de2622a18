package io.causerie.notifications;

import io.causerie.analytics.FeatureFlags;
import io.causerie.notifications.Deliveries.Failure;
import io.causerie.platform.CauserieProperties;
import io.causerie.recordings.Recording;
import io.causerie.recordings.RecordingTimes;
import io.causerie.recordings.RecordingTimes.Span;
import io.causerie.recordings.Recordings;
import io.causerie.rooms.Room;
import io.causerie.storage.ObjectStore;
import io.causerie.users.TimeZones;
import io.causerie.users.User;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the summary service is told of a recording, in the version it understands (contract 04, sections 10.4 and 10.5). Never logged: it opens the recording. */
@Component
class SummaryPayload {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private final SummaryProperties properties;
    private final CauserieProperties server;
    private final Recordings recordings;
    private final RecordingTimes times;
    private final Outside outside;

    SummaryPayload(
            SummaryProperties properties,
            CauserieProperties server,
            Recordings recordings,
            RecordingTimes times,
            Outside outside) {
        this.properties = properties;
        this.server = server;
        this.recordings = recordings;
        this.times = times;
        this.outside = outside;
    }

    /** Addresses of the objects and of the recording's page, and what is switched on for whom. */
    @Component
    record Outside(ObjectStore store, RecordingLink link, FeatureFlags flags) {}

    Map<String, @Nullable Object> of(Recording recording, Room room, User owner) {
        return properties.version() == 1 ? first(recording, room, owner) : second(recording, room, owner);
    }

    private Map<String, @Nullable Object> first(Recording recording, Room room, User owner) {
        var span = times.of(recording);
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("owner_id", owner.id().toString());
        payload.put("recording_filename", recordings.key(recording));
        payload.put("metadata_filename", recordings.metadataKey(recording).orElse(null));
        payload.put("email", owner.email());
        payload.put("sub", owner.sub());
        payload.put("room", room.name());
        payload.put("language", language(recording));
        payload.put("owner_timezone", owner.timezone());
        payload.put("download_link", outside.link().of(recording.id()));
        payload.put("context_language", owner.language());
        payload.put("recording_start_at", iso(span.startedAt()));
        payload.put("recording_end_at", iso(span.endedAt()));
        return payload;
    }

    private Map<String, @Nullable Object> second(Recording recording, Room room, User owner) {
        var span = times.of(recording);
        var spoken = language(recording);
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("user_sub", owner.sub());
        payload.put("user_email", owner.email());
        var metadata = metadata(recording, span);
        payload.put("cloud_storage_url", address(recordings.key(recording)));
        payload.put(
                "language",
                spoken != null ? spoken : server.languageCode().split("-", 2)[0].toLowerCase(Locale.ROOT));
        payload.put("context_language", owner.language());
        payload.put("push_to_docs_config", document(recording, room, owner, span));
        payload.put("metadata", metadata);
        return payload;
    }

    private Map<String, @Nullable Object> document(Recording recording, Room room, User owner, Span span) {
        var spoken = language(recording);
        var language = !owner.language().isBlank() ? owner.language() : spoken == null ? server.languageCode() : spoken;
        boolean form = !properties.formBaseUrl().isEmpty()
                && recordings.metadataKey(recording).isPresent();
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("user_email", owner.email());
        document.put(
                "title", SummaryTitle.in(language).of(room.name(), span.startedAt(), TimeZones.of(owner.timezone())));
        document.put("download_link", outside.link().of(recording.id()));
        document.put("form_link", form ? properties.formBaseUrl() + "?room_id=" + room.id() : null);
        document.put("auto_create_summary", outside.flags().summary(owner.id()));
        return document;
    }

    private @Nullable Map<String, @Nullable Object> metadata(Recording recording, Span span) {
        var key = recordings.metadataKey(recording);
        if (key.isEmpty() || span.startedAt() == null || span.endedAt() == null) {
            return null;
        }
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        metadata.put("cloud_storage_url", address(key.get()));
        metadata.put("started_at", iso(span.startedAt()));
        metadata.put("ended_at", iso(span.endedAt()));
        return metadata;
    }

    private String address(String key) {
        return outside.store()
                .signedUrl(key, Duration.ofSeconds(properties.signedUrlSeconds()))
                .map(URI::toString)
                .orElseThrow(() -> Failure.forGood("SUMMARY_SERVICE_VERSION 2 needs an S3 store", null));
    }

    /** The one people said they speak; an empty text counts as none. */
    private static @Nullable String language(Recording recording) {
        var language = recording.options().path("language").asString("");
        return language.isEmpty() ? null : language;
    }

    /** Six digits of a fraction, or none. */
    private static @Nullable String iso(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        var utc = instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return (utc.getNano() == 0 ? SECONDS : MICROS).format(utc);
    }
}
