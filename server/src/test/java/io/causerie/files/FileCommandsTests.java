package io.causerie.files;

import static io.causerie.ReferenceSample.list;
import static io.causerie.ReferenceSample.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ReferenceSample;
import io.causerie.platform.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contract 02, sections 14.3 and 14.4: what goes, what stays, and what happens when the store fails. */
class FileCommandsTests {

    private static final String ID = "00000000-0000-4000-c000-00000000000";

    @TempDir
    Path objects;

    private final String url = ReferenceSample.create();
    private Commands commands;

    @BeforeEach
    void objects() throws IOException {
        commands = Commands.migrated(url, "CAUSERIE_OBJECT_FOLDER=" + objects);
        for (var name : new String[] {
            "files/" + ID + "1.PNG",
            "files/" + ID + "3.jpg",
            "files/" + ID + "4.jpg",
            "files/" + ID + "6",
            "tmp/files/" + ID + "2.jpg",
            "tmp/files/" + ID + "5.jpeg"
        }) {
            Files.createDirectories(objects.resolve(name).getParent());
            Files.writeString(objects.resolve(name), "x");
        }
    }

    @Test
    void unfinishedUploadsGoWithWhatWasUploaded() {
        assertThat(commands.run("clean_pending_files", "--hours=8", "--dry-run").lines())
                .containsExactly("[DRY-RUN] Would clean 2 stale pending file(s).");
        assertThat(list(url, "select count(*) from file")).containsExactly("6");
        var outcome = commands.run("clean_pending_files", "--hours", "8");
        assertThat(outcome.lines()).containsExactly("Cleaned 2 stale pending file(s).");
        assertThat(list(url, "select title from file order by 1")).containsExactly("binned", "gone", "plain", "sea");
        assertThat(objects.resolve("tmp/files/" + ID + "2.jpg")).doesNotExist();
        assertThat(objects.resolve("tmp/files/" + ID + "5.jpeg")).doesNotExist();
        assertThat(objects.resolve("files/" + ID + "1.PNG")).exists();
    }

    @Test
    void anUploadOfNowStaysAndSoDoesOneBeingLookedAt() {
        run(url, "update file set created_at = now() - interval '10 minutes' where upload_state <> 'ready'");
        assertThat(commands.run("clean_pending_files").lines()).containsExactly("Cleaned 0 stale pending file(s).");
        assertThat(commands.run("clean_pending_files", "--hours=0").lines())
                .containsExactly("Cleaned 1 stale pending file(s).");
        assertThat(list(url, "select upload_state from file where upload_state <> 'ready'"))
                .containsExactly("analyzing");
        assertThat(commands.run("clean_pending_files", "--hours=-1").err())
                .contains("CommandError: Hours must be greater than 0");
    }

    @Test
    void deletedFilesGoWhenTheirTimeHasCome() {
        run(url, "update file set deleted_at = now() - interval '6 days' where title = 'binned'");
        assertThat(commands.run("purge_deleted_files").lines()).containsExactly("Purged 1 deleted file(s).");
        assertThat(list(url, "select title from file where deleted_at is not null"))
                .containsExactly("binned");
        assertThat(objects.resolve("files/" + ID + "3.jpg")).exists();
        assertThat(objects.resolve("files/" + ID + "4.jpg")).doesNotExist();
        run(url, "update file set deleted_at = now() - interval '7 days' where title = 'binned'");
        assertThat(commands.run("purge_deleted_files").lines()).containsExactly("Purged 1 deleted file(s).");
        assertThat(objects.resolve("files/" + ID + "3.jpg")).doesNotExist();
    }

    @Test
    void aStoreThatFailsKeepsTheRowForTheNextPurgeAndTheOthersGo() throws IOException {
        var object = objects.resolve("files/" + ID + "3.jpg");
        Files.delete(object);
        Files.createSymbolicLink(object, objects.resolve("files/" + ID + "1.PNG"));
        var outcome = commands.run("purge_deleted_files");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("[ERROR] The object of file " + ID + "3")
                .contains("CommandError: Removed 1 file(s)");
        assertThat(list(url, "select title from file where hard_deleted_at is not null"))
                .containsExactly("binned");
        Files.delete(object);
        assertThat(commands.run("purge_deleted_files").lines()).containsExactly("Purged 1 deleted file(s).");
    }

    @Test
    void keysHoldNothingOfTheNameButItsExtension() {
        var properties = new FileProperties("files", "tmp/files", 7);
        var id = UUID.fromString("00000000-0000-4000-c000-000000000001");
        assertThat(new StoredFile(id, "my cat.tar.GZ").key(properties)).isEqualTo("files/" + id + ".GZ");
        assertThat(new StoredFile(id, "cat.png").temporaryKey(properties)).isEqualTo("tmp/files/" + id + ".png");
        for (var bare : new String[] {"cat", ".profile", "..profile", "cat.", ""}) {
            assertThat(new StoredFile(id, bare).key(properties)).as(bare).isEqualTo("files/" + id);
        }
    }
}
