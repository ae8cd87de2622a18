package io.causerie.notifications;

import io.causerie.mail.Mail;
import io.causerie.mail.MailLocales;
import io.causerie.platform.CauserieProperties;
import io.causerie.recordings.Recording;
import io.causerie.recordings.Recordings;
import io.causerie.rooms.Rooms;
import io.causerie.users.TimeZones;
import io.causerie.users.User;
import io.causerie.users.Users;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the "recording ready" mail says, in its reader's language and time zone (contract 04, section 10.2). */
@Component
class RecordingReadyText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Recordings recordings;
    private final Rooms rooms;
    private final Users users;
    private final NotificationsProperties properties;
    private final CauserieProperties server;
    private final RecordingLink link;

    RecordingReadyText(
            Recordings recordings,
            Rooms rooms,
            Users users,
            NotificationsProperties properties,
            CauserieProperties server,
            RecordingLink link) {
        this.recordings = recordings;
        this.rooms = rooms;
        this.users = users;
        this.properties = properties;
        this.server = server;
        this.link = link;
    }

    /** Empty when there is nobody to write to: the person has no address or does not own the recording any more, or person or recording are gone. */
    Optional<Mail> mail(Notification notification) {
        return mail(notification, "recording-ready", Map.of());
    }

    /** The warning that only so many days are left; empty as {@link #mail}. */
    Optional<Mail> expiring(Notification notification, int days) {
        return mail(notification, "recording-expires", Map.of("left", days));
    }

    private Optional<Mail> mail(Notification notification, String template, Map<String, ?> more) {
        var recording = recordings.find(notification.recording());
        return users.find(notification.user())
                .filter(it -> it.email() != null && !it.email().isBlank())
                .filter(it -> recordings.owners(notification.recording()).contains(it.id()))
                .flatMap(user -> recording.flatMap(it -> mail(notification.id(), user, it, template, more)));
    }

    private Optional<Mail> mail(UUID id, User user, Recording recording, String template, Map<String, ?> more) {
        return rooms.find(recording.roomId()).map(room -> {
            var language = user.language().isBlank() ? server.languageCode() : user.language();
            var locale = MailLocales.of(language);
            var model = model(recording, locale, TimeZones.of(user.timezone()));
            model.put("room", room.name());
            model.putAll(more);
            return new Mail(id, String.valueOf(user.email()), locale, template, model);
        });
    }

    private Map<String, @Nullable Object> model(Recording recording, Locale locale, ZoneId zone) {
        Instant made = recording.createdAt();
        var model = new HashMap<String, @Nullable Object>();
        model.put("date", DATE.withZone(zone).format(made));
        model.put("time", TIME.withZone(zone).format(made));
        model.put(
                "moment",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .localizedBy(locale)
                        .withZone(zone)
                        .format(made));
        model.put("zone", zone.getId());
        model.put("days", days());
        model.put("link", link.of(recording.id()));
        return model;
    }

    private @Nullable Integer days() {
        var days = properties.expirationDays();
        return days == null || days <= 0 ? null : days;
    }
}
