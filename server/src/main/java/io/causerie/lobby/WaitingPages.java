package io.causerie.lobby;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What hosts are told of those who wait, written once for as long as the same people wait: each of a room's hosts asks every second. */
@Component
class WaitingPages {

    private static final int MOST = 1000;

    private final JsonMapper json;
    private final byte[] nobody;
    private final ConcurrentHashMap<UUID, Page> pages = new ConcurrentHashMap<>();

    WaitingPages(JsonMapper json) {
        this.json = json;
        this.nobody = write(List.of());
    }

    private record Page(List<Entry> entries, byte[] text) {}

    byte[] nobody() {
        return nobody;
    }

    /** {@code entries}: who waits now. */
    byte[] of(UUID room, List<Entry> entries) {
        if (entries.isEmpty()) {
            pages.remove(room);
            return nobody;
        }
        var known = pages.get(room);
        if (known != null && (known.entries() == entries || known.entries().equals(entries))) {
            return known.text();
        }
        if (pages.size() >= MOST) {
            pages.clear();
        }
        var text = write(entries);
        pages.put(room, new Page(entries, text));
        return text;
    }

    private byte[] write(List<Entry> entries) {
        return json.writeValueAsBytes(WaitingAnswer.of(entries));
    }
}
