package io.causerie.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the document with the transcript is called (contract 04, section 10.5). */
enum SummaryTitle {
    EN("Transcription", "Meeting \"%s\" on %s at %s"),
    FR("Transcription", "Réunion \"%s\" du %s à %s"),
    NL("Transcriptie", "Vergadering \"%s\" op %s om %s"),
    DE("Transkription", "Besprechung \"%s\" am %s um %s");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Map<String, SummaryTitle> LANGUAGES = Map.of("en", EN, "fr", FR, "nl", NL, "de", DE);

    private final String unknown;
    private final String pattern;

    SummaryTitle(String unknown, String pattern) {
        this.unknown = unknown;
        this.pattern = pattern;
    }

    /** For a language such as {@code fr-fr}; English for one that is not ours. */
    static SummaryTitle in(String language) {
        return LANGUAGES.getOrDefault(Locale.forLanguageTag(language).getLanguage(), EN);
    }

    String of(String room, @Nullable Instant start, ZoneId zone) {
        return start == null
                ? unknown
                : pattern.formatted(
                        room,
                        DATE.withZone(zone).format(start),
                        TIME.withZone(zone).format(start));
    }
}
