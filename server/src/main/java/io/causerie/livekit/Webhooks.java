package io.causerie.livekit;

import io.causerie.livekit.WebhookReader.Message;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import livekit.LivekitWebhook.WebhookEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Turns what LiveKit tells into events of ours, each handled once (contract 03, sections 15.2 and 24.2, item 16). */
@Service
class Webhooks {

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

    /** Those of the contract, and what newer servers were seen to send (contract 03, section 24.2, item 16). */
    private static final Set<String> KNOWN = Set.of(
            "room_started",
            "room_finished",
            "participant_joined",
            "participant_left",
            "participant_connection_aborted",
            "track_published",
            "track_unpublished",
            "egress_started",
            "egress_updated",
            "egress_ended",
            "ingress_started",
            "ingress_ended");

    private final WebhookRepository repository;
    private final ApplicationEventPublisher events;
    private final String testPrefix;
    private final @Nullable Pattern filter;

    Webhooks(WebhookRepository repository, ApplicationEventPublisher events, LiveKitProperties properties) {
        this.repository = repository;
        this.events = events;
        this.testPrefix = properties.connectionTestRoomPrefix();
        this.filter = filter(properties.webhookEventsFilterRegex());
    }

    /** What came of an event. */
    enum Outcome {
        HANDLED,
        IGNORED,
        UNKNOWN,
        FAILED
    }

    Outcome receive(Message message) {
        var name = message.event().getEvent();
        var room = room(message.event());
        if (ignored(room)) {
            log.info("ignored {}: its room is none of ours by name", name);
            return Outcome.IGNORED;
        }
        if (!KNOWN.contains(name) && !name.startsWith("agent_job_")) {
            log.info("unknown event {}", name.length() > 40 ? name.substring(0, 40) : name);
            return Outcome.UNKNOWN;
        }
        return event(message.event(), room).map(it -> once(message.id(), it)).orElse(Outcome.HANDLED);
    }

    private boolean ignored(String room) {
        boolean test = !testPrefix.isEmpty() && room.startsWith(testPrefix);
        return test || filter != null && !filter.matcher(room).find();
    }

    /** An event that is being handled elsewhere counts as failed: if that fails, LiveKit must send it again. */
    private Outcome once(String id, LiveKitEvent event) {
        if (id.isEmpty()) {
            return publish(event);
        }
        if (!repository.claim(id, event.getClass().getSimpleName())) {
            return repository.handled(id) ? Outcome.HANDLED : Outcome.FAILED;
        }
        var outcome = publish(event);
        if (outcome == Outcome.HANDLED) {
            repository.finish(id);
        } else {
            repository.release(id);
        }
        return outcome;
    }

    private Outcome publish(LiveKitEvent event) {
        try {
            events.publishEvent(event);
            return Outcome.HANDLED;
        } catch (NotOurs e) {
            log.info("{} of room {}: {}", event.getClass().getSimpleName(), event.room(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("{} of room {} failed", event.getClass().getSimpleName(), event.room(), e);
        }
        return Outcome.FAILED;
    }

    private static String room(WebhookEvent event) {
        return event.getRoom().getName().isEmpty()
                ? event.getEgressInfo().getRoomName()
                : event.getRoom().getName();
    }

    /** Empty for events nobody needs. */
    private static Optional<LiveKitEvent> event(WebhookEvent it, String room) {
        return Optional.ofNullable(
                switch (it.getEvent()) {
                    case "room_started" -> new LiveKitEvent.RoomStarted(room);
                    case "room_finished" -> new LiveKitEvent.RoomFinished(room);
                    case "participant_joined" ->
                        new LiveKitEvent.ParticipantJoined(
                                room, it.getParticipant().getIdentity());
                    case "participant_left" ->
                        new LiveKitEvent.ParticipantLeft(
                                room, it.getParticipant().getIdentity());
                    case "egress_updated" -> new LiveKitEvent.EgressUpdated(room, EgressInfos.of(it.getEgressInfo()));
                    case "egress_ended" -> new LiveKitEvent.EgressEnded(room, EgressInfos.of(it.getEgressInfo()));
                    default -> null;
                });
    }

    private static @Nullable Pattern filter(@Nullable String regex) {
        if (regex == null || regex.isEmpty()) {
            return null;
        }
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            log.error("LIVEKIT_WEBHOOK_EVENTS_FILTER_REGEX is no regular expression: events of all rooms are heeded");
            return null;
        }
    }
}
