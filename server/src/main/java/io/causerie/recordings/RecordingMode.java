package io.causerie.recordings;

import io.causerie.platform.Choice;
import java.util.Locale;

/** What is recorded (contract 04, section 1.1); the file's extension follows from it and is never stored. */
public enum RecordingMode implements Choice {
    SCREEN_RECORDING("mp4", "video/mp4"),
    TRANSCRIPT("ogg", "audio/ogg");

    private final String extension;
    private final String contentType;

    RecordingMode(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }
}
