package io.causerie.livekit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Live rooms through LiveKit's RoomService (contract 03, section 18). */
@Component
class TwirpRooms implements LiveRooms {

    private final LiveKitClients clients;
    private final JsonMapper json;

    /** Metadata is read, changed and written back: two features changing one room's must not undo each other. */
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(64).toList();

    TwirpRooms(LiveKitClients clients, JsonMapper json) {
        this.clients = clients;
        this.json = json;
    }

    @Override
    public boolean live(String room) {
        return find(room).isPresent();
    }

    @Override
    public boolean mergeMetadata(String room, Map<String, ?> put, Set<String> remove) {
        var lock = locks.get(Math.floorMod(room.hashCode(), locks.size()));
        lock.lock();
        try {
            var live = find(room);
            if (live.isEmpty()) {
                return false;
            }
            var merged = metadata(live.get()).remove(remove);
            put.forEach((key, value) -> merged.set(key, json.valueToTree(value)));
            return found(() -> Answers.of(clients.rooms().updateRoomMetadata(room, json.writeValueAsString(merged))));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void sendData(String room, Map<String, ?> payload) {
        if (live(room)) {
            var data = json.writeValueAsString(payload).getBytes(StandardCharsets.UTF_8);
            found(() -> Answers.of(clients.rooms().sendData(room, data, DataPacket.Kind.RELIABLE)));
        }
    }

    @Override
    public void delete(String room) {
        found(() -> Answers.of(clients.rooms().deleteRoom(room)));
    }

    @Override
    public List<Person> participants(String room) {
        try {
            return Answers.of(clients.rooms().listParticipants(room)).orElse(List.of()).stream()
                    .filter(it -> it.getState() != ParticipantInfo.State.DISCONNECTED)
                    .map(it -> new Person(
                            it.getIdentity(), it.getName(), it.getPermission().getHidden(), it.getIsPublisher()))
                    .toList();
        } catch (LiveKitException.Refused e) {
            if (e.notFound()) {
                return List.of();
            }
            throw e;
        }
    }

    private Optional<Room> find(String room) {
        return Answers.of(clients.rooms().listRooms(List.of(room))).stream()
                .flatMap(List::stream)
                .filter(it -> it.getName().equals(room))
                .findFirst();
    }

    private ObjectNode metadata(Room room) {
        try {
            if (json.readTree(room.getMetadata()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // somebody wrote what is no JSON: nothing in it can be kept
        }
        return json.createObjectNode();
    }

    /** False when LiveKit says that the room is not there (any more). */
    private static boolean found(Runnable call) {
        try {
            call.run();
            return true;
        } catch (LiveKitException.Refused e) {
            if (e.notFound()) {
                return false;
            }
            throw e;
        }
    }
}
