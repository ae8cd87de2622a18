package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.Http;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Where the operator wants no links, there are none; a link made before opens nothing. */
@TestPropertySource(properties = {"CAUSERIE_RECORDING_SHARE_DAYS=0", "CAUSERIE_RECORDING_DELETE_NOTIFIED=true"})
class SharesOffTests extends RecordingTest {

    /** And where the operator wants that a recording can be deleted at last, it can. */
    @Test
    void aRecordingIsDeletedAfterItsMailWhereTheOperatorWantsIt() {
        var id = rows.recording(room, RecordingStatus.NOTIFICATION_SUCCEEDED, null);
        rows.owner(id, alice.user().id(), "owner");
        var path = "/api/v1.0/recordings/" + id + "/";
        assertThat(send(alice, "GET", path + "timeline/").body()).endsWith("\"is_deletable\":true}");
        assertThat(send(alice, "DELETE", path).status()).isEqualTo(204);
        assertThat(recordings.find(id)).isEmpty();

        var running = rows.recording(room, RecordingStatus.ACTIVE, null);
        rows.owner(running, alice.user().id(), "owner");
        assertThat(send(alice, "DELETE", "/api/v1.0/recordings/" + running + "/")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void noLinkIsMadeToldOrFollowed() {
        var id = rows.recording(room, RecordingStatus.SAVED, null);
        rows.owner(id, alice.user().id(), "owner");
        var share = UUID.randomUUID();
        jdbc.sql("""
                insert into causerie.recording_share (id, recording_id, token_hash, created_at, created_by, expires_at)
                values (:id, :recording, :hash, now(), :by, now() + interval '1 day')""")
                .param("id", share)
                .param("recording", id)
                .param("hash", RecorderSecrets.hash("token"))
                .param("by", alice.user().id())
                .update();
        var path = "/api/v1.0/recordings/" + id + "/shares/";
        assertThat(send(alice, "GET", path).status()).isEqualTo(404);
        assertThat(send(alice, "POST", path).status()).isEqualTo(404);
        assertThat(send(alice, "DELETE", path + share + "/").status()).isEqualTo(404);
        assertThat(new Http(port)
                        .post("/api/v1.0/shared-recordings/" + share + "/", "{\"token\": \"token\"}")
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port)
                        .with("Cookie", "causerie_share=token")
                        .get("/api/v1.0/shared-recordings/" + share + "/media/")
                        .status())
                .isEqualTo(404);
    }
}
