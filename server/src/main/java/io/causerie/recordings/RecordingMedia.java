package io.causerie.recordings;

import io.causerie.platform.ApiException;
import io.causerie.storage.MediaPolicy;
import io.causerie.users.CurrentUser;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who may read the file of a recording: checks 2 to 7 of contract 04, section 15.2, in one statement. */
@Component
class RecordingMedia implements MediaPolicy {

    private static final Set<String> EXTENSIONS = Set.of("mp4", "ogg");

    private final RecordingRepository repository;
    private final Recordings recordings;
    private final Pattern pattern;

    RecordingMedia(RecordingRepository repository, Recordings recordings, RecordingProperties properties) {
        this.repository = repository;
        this.recordings = recordings;
        this.pattern = Pattern.compile("/media/" + Pattern.quote(properties.outputFolder())
                + "/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\.([a-zA-Z0-9]{1,10})");
    }

    @Override
    public String area() {
        return "recordings";
    }

    @Override
    public Optional<Media> authorize(String path, CurrentUser reader) {
        var match = pattern.matcher(path);
        return match.find()
                ? Optional.of(authorize(UUID.fromString(match.group(1)), match.group(2), reader))
                : Optional.empty();
    }

    private Media authorize(UUID id, String extension, CurrentUser reader) {
        if (!EXTENSIONS.contains(extension)) {
            throw ApiException.Invalid.detail("Unsupported extension.");
        }
        var seen = repository
                .seen(id, reader.id())
                .orElseThrow(() -> new ApiException.NotFound("No recording found for this event."));
        var recording = seen.recording();
        if (!recording.mode().extension().equals(extension)) {
            throw new ApiException.NotFound("No recording found with this extension.");
        }
        if (!seen.privileged() || !recording.status().saved()) {
            throw new ApiException.Forbidden();
        }
        return new Media(
                recordings.key(recording), recording.mode().contentType(), filename(seen.roomName(), recording));
    }

    /** What the file is called when it is saved. */
    static String filename(String roomName, Recording recording) {
        var day = recording.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return roomName + "-" + day + "." + recording.mode().extension();
    }
}
