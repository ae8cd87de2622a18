package io.causerie.recordings;

import io.causerie.livekit.LiveKitException;
import io.causerie.livekit.LiveRooms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Live rooms that only remember what they are shown. */
class ShownRooms implements LiveRooms {

    final List<Map<String, ?>> sent = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    volatile boolean failing;

    /** Happens once, just before something is shown. */
    Runnable meanwhile = () -> {};

    private final Map<String, Map<String, Object>> metadata = new HashMap<>();

    Map<String, Object> of(UUID room) {
        return metadata.computeIfAbsent(room.toString(), it -> new HashMap<>());
    }

    @Override
    public boolean live(String room) {
        return true;
    }

    @Override
    public boolean mergeMetadata(String room, Map<String, ?> put, Set<String> remove) {
        reach();
        var first = meanwhile;
        meanwhile = () -> {};
        first.run();
        var now = metadata.computeIfAbsent(room, it -> new HashMap<>());
        now.keySet().removeAll(remove);
        now.putAll(put);
        return true;
    }

    @Override
    public void sendData(String room, Map<String, ?> payload) {
        reach();
        sent.add(payload);
    }

    @Override
    public void delete(String room) {
        metadata.remove(room);
    }

    @Override
    public List<Person> participants(String room) {
        reach();
        return List.copyOf(people);
    }

    private void reach() {
        if (failing) {
            throw new LiveKitException.Unknown("the test wants it");
        }
    }
}
