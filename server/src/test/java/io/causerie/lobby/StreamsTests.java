package io.causerie.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.causerie.platform.ApiException;
import io.causerie.platform.Connections;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Streams last, and each takes an answer's place: they must leave some to others. */
class StreamsTests {

    private final Connections connections = new Connections(0);
    private final Streams streams = new Streams(connections);

    @Test
    void takeHalfOfTheAnswersAtATime() {
        var open = new ArrayList<Streams.Listener>();
        for (int i = 0; i < connections.answersAtATime() / 2; i++) {
            open.add(streams.listen(UUID.randomUUID()));
        }

        assertThatExceptionOfType(ApiException.Refused.class).isThrownBy(() -> streams.listen(UUID.randomUUID()));

        open.getFirst().close();
        streams.listen(UUID.randomUUID()).close();
    }

    @Test
    void areFiftyOfASubjectAtTheMost() {
        var room = UUID.randomUUID();
        for (int i = 0; i < 50; i++) {
            streams.listen(room);
        }

        assertThatExceptionOfType(ApiException.Refused.class).isThrownBy(() -> streams.listen(room));

        assertThat(streams.listen(UUID.randomUUID())).isNotNull();
    }

    @Test
    void endWithTheServer() throws InterruptedException {
        var listener = streams.listen(UUID.randomUUID());

        streams.end();

        assertThat(listener.await(60_000)).isFalse();
        assertThatExceptionOfType(ApiException.Refused.class).isThrownBy(() -> streams.listen(UUID.randomUUID()));
    }
}
