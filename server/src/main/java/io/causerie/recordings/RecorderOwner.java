package io.causerie.recordings;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The name of this server among several, new at each start. */
@Component
class RecorderOwner {

    private final UUID id = UUID.randomUUID();

    UUID id() {
        return id;
    }
}
