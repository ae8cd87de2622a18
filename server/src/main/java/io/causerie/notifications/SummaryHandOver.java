package io.causerie.notifications;

import io.causerie.notifications.Deliveries.Channel;
import io.causerie.notifications.Deliveries.Failure;
import io.causerie.platform.AfterCommit;
import io.causerie.recordings.Recording;
import io.causerie.recordings.Recordings;
import io.causerie.rooms.Rooms;
import io.causerie.users.User;
import io.causerie.users.Users;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hands a recording over to the summary service, once (contract 04, section 10.3). */
@Component
class SummaryHandOver implements Channel {

    private final SummaryProperties properties;
    private final SummaryService service;
    private final SummaryPayload payload;
    private final Known known;
    private final Deliveries deliveries;

    SummaryHandOver(
            SummaryProperties properties,
            SummaryService service,
            SummaryPayload payload,
            Known known,
            Deliveries deliveries) {
        this.properties = properties;
        this.service = service;
        this.payload = payload;
        this.known = known;
        this.deliveries = deliveries;
    }

    /** What it is about. */
    @Component
    record Known(Recordings recordings, Rooms rooms, Users users, JsonMapper json) {}

    @AfterCommit("notifications.summary")
    void on(SummaryDue due) {
        deliveries.attempt(this, due.notification(), due.recording(), null);
    }

    @Override
    public String word() {
        return "summary";
    }

    @Override
    public boolean send(Notification notification) {
        if (!properties.configured()) {
            throw Failure.forGood("Summary service not configured", null);
        }
        var recording = known.recordings().find(notification.recording());
        var owner = owner(notification);
        if (recording.isEmpty() || owner.isEmpty()) {
            return false;
        }
        send(recording.get(), owner.get());
        return true;
    }

    /** The last who became one, of those who still are: it may be another than when this was queued. */
    private Optional<User> owner(Notification notification) {
        var owners = known.recordings().owners(notification.recording());
        return owners.isEmpty() ? Optional.empty() : known.users().find(owners.getLast());
    }

    private void send(Recording recording, User owner) {
        var room = known.rooms().find(recording.roomId()).orElseThrow(() -> Failure.forGood("no_room", null));
        var answer = service.post(known.json().writeValueAsString(payload.of(recording, room, owner)));
        if (properties.version() == 2) {
            keep(recording, job(answer));
        }
    }

    private String job(String answer) {
        try {
            var job = known.json().readTree(answer).path("job_id");
            if (job.isString() && !job.stringValue().isEmpty()) {
                return job.stringValue();
            }
        } catch (JacksonException e) {
            // told below, like any other answer without a job
        }
        throw Failure.forGood("no_job_id", null);
    }

    private void keep(Recording recording, String job) {
        try {
            known.recordings().handedOver(recording.id(), job);
        } catch (DuplicateKeyException e) {
            throw Failure.forGood("the job is another recording's", null);
        }
    }
}
