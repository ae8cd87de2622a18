package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Where the operator shares recordings with all who administer the room. */
@TestPropertySource(properties = "CAUSERIE_RECORDING_SHARED_WITH=room")
class SharedRecordingTests extends RecordingTest {

    @Test
    void whoeverAdministersTheRoomSeesTheRecordingAndMembersDoNot() {
        var bob = users.bob();
        var member = rows.user();
        rows.access(room, bob.user().id(), "administrator");
        rows.access(room, member, "member");

        assertThat(start().status()).isEqualTo(201);

        var id = (UUID) row().get("id");
        var path = "/api/v1.0/recordings/" + id + "/";
        assertThat(send(bob, "GET", path).status()).isEqualTo(200);
        assertThat(send(alice, "GET", path).status()).isEqualTo(200);
        assertThat(recordings.owners(id)).containsExactly(alice.user().id());
        assertThat(jdbc.sql("select count(*) from meet_recording_access where recording_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
