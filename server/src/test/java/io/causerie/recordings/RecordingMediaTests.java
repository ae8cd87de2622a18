package io.causerie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.causerie.platform.ApiException;
import io.causerie.storage.MediaPolicy.Media;
import io.causerie.storage.StorageNotice;
import io.causerie.storage.StorageNotices.Outcome;
import io.causerie.users.CurrentUser;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may read a recording's file (contract 04, section 15.2, checks 2 to 7), and what the store's notices do (section 7). */
class RecordingMediaTests extends RecordingTest {

    @Autowired
    RecordingMedia media;

    @Autowired
    RecordingNotices notices;

    UUID id;
    CurrentUser reader;

    @BeforeEach
    void aSavedRecording() {
        id = rows.recording(room, RecordingStatus.SAVED, null);
        reader = new CurrentUser(alice.user());
        rows.owner(id, reader.id(), "owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/media/recordings/%s.mp4", "/prefix/media/recordings/%s.mp4", "/media/recordings/%s.mp4/more"})
    void ownersReadTheFile(String path) {
        assertThat(media.authorize(path.formatted(id), reader)).map(Media::key).contains("recordings/" + id + ".mp4");
        assertThat(media.authorize(path.formatted(id.toString().toUpperCase(java.util.Locale.ROOT)), reader))
                .map(Media::key)
                .contains("recordings/" + id + ".mp4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/recordings/%s",
                "/media/recordings%%2F%s.mp4",
                "/media/files/%s.mp4",
                "/media/recordings/x%s.mp4"
            })
    void otherPathsAreNobodysHere(String path) {
        assertThat(media.authorize(path.formatted(id), reader)).isEmpty();
    }

    @Test
    void eachFaultHasItsAnswer() {
        refuses("/media/recordings/" + id + ".MP4", ApiException.Invalid.class);
        refuses("/media/recordings/" + id + ".mp4a", ApiException.Invalid.class);
        refuses("/media/recordings/" + id + ".ogg", ApiException.NotFound.class);
        refuses("/media/recordings/" + UUID.randomUUID() + ".mp4", ApiException.NotFound.class);
        reader = new CurrentUser(users.bob().user());
        refuses("/media/recordings/" + id + ".mp4", ApiException.Forbidden.class);
        rows.owner(id, reader.id(), "member");
        refuses("/media/recordings/" + id + ".mp4", ApiException.Forbidden.class);
    }

    @ParameterizedTest
    @EnumSource(RecordingStatus.class)
    void onlySavedFilesAreRead(RecordingStatus status) {
        jdbc.sql("update meet_recording set status = :status where id = :id")
                .param("status", status.wire())
                .param("id", id)
                .update();
        var path = "/media/recordings/" + id + ".mp4";
        if (status.saved()) {
            assertThat(media.authorize(path, reader)).isPresent();
        } else {
            refuses(path, ApiException.Forbidden.class);
        }
    }

    @Test
    void oneStatementDecides() {
        assertThat(statements.during(() -> media.authorize("/media/recordings/" + id + ".mp4", reader)))
                .hasSize(1);
    }

    @Test
    void aNoticeCompletesOnce() {
        var running = rows.recording(room, RecordingStatus.STOPPED, null);
        assertThat(notices.created(new StorageNotice.Created(running, "video/mp4")))
                .isEqualTo(Outcome.PROCESSED);
        assertThat(notices.created(new StorageNotice.Created(running, "video/mp4")))
                .isEqualTo(Outcome.NOT_SAVABLE);
        assertThat(notices.created(new StorageNotice.Created(UUID.randomUUID(), "video/mp4")))
                .isEqualTo(Outcome.UNKNOWN);
    }

    private void refuses(String path, Class<? extends ApiException> answer) {
        assertThatThrownBy(() -> media.authorize(path, reader)).isInstanceOf(answer);
    }
}
