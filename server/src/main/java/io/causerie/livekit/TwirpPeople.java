package io.causerie.livekit;

import java.util.Locale;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.TrackSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People in live rooms through LiveKit's RoomService (contract 03, section 18.2). */
@Component
class TwirpPeople implements LivePeople {

    private final LiveKitClients clients;

    TwirpPeople(LiveKitClients clients) {
        this.clients = clients;
    }

    @Override
    public boolean present(String room, String identity) {
        try {
            return Answers.of(clients.rooms().getParticipant(room, identity))
                    .filter(it -> it.getState() != ParticipantInfo.State.DISCONNECTED)
                    .isPresent();
        } catch (LiveKitException.Refused e) {
            if (e.notFound()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void mute(String room, String identity, String track) {
        try {
            Answers.of(clients.rooms().mutePublishedTrack(room, identity, track, true));
        } catch (LiveKitException e) {
            throw silent(e) && !present(room, identity) ? new LiveKitException.Refused("not_found", "participant") : e;
        }
    }

    /** LiveKit waits for somebody who is not there as for one who is slow. */
    private static boolean silent(LiveKitException e) {
        return !(e instanceof LiveKitException.Refused refused) || refused.unreachable();
    }

    @Override
    public void update(String room, String identity, Change change) {
        Answers.of(clients.rooms()
                .updateParticipant(
                        room,
                        identity,
                        blankToNull(change.name()),
                        blankToNull(change.metadata()),
                        change.permission() == null ? null : message(change.permission()),
                        change.attributes()));
    }

    @Override
    public void remove(String room, String identity) {
        Answers.of(clients.rooms().removeParticipant(room, identity));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static ParticipantPermission message(Permission it) {
        var message = ParticipantPermission.newBuilder()
                .setCanSubscribe(it.canSubscribe())
                .setCanPublish(it.canPublish())
                .setCanPublishData(it.canPublishData())
                .setHidden(it.hidden())
                .setRecorder(it.recorder())
                .setCanUpdateMetadata(it.canUpdateMetadata())
                .setAgent(it.agent())
                .setCanSubscribeMetrics(it.canSubscribeMetrics());
        it.canPublishSources()
                .forEach(source -> message.addCanPublishSources(TrackSource.valueOf(source.toUpperCase(Locale.ROOT))));
        return message.build();
    }
}
