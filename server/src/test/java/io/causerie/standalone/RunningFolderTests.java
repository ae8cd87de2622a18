package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command finds in the data folder of a server that runs, and what it says when none does. */
class RunningFolderTests {

    @TempDir
    Path home;

    @Test
    void findsTheDatabaseOfTheServerThatRuns() throws IOException {
        running(ProcessHandle.current().pid());
        assertThat(new RunningFolder(home).database())
                .containsEntry("CAUSERIE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:34567/causerie")
                .containsEntry("DB_USER", "causerie")
                .containsEntry("DB_PASSWORD", "s=cret");
        assertThat(new RunningFolder(home).objects()).isEqualTo(home + "/objects");
    }

    @Test
    void saysHowToStartOneWhenNoneRuns() throws IOException {
        saysHow();
        running(Integer.MAX_VALUE);
        saysHow();
        Files.delete(home.resolve("secrets"));
        running("not a process");
        saysHow();
        assertThat(home.resolve("lock")).doesNotExist();
    }

    private void saysHow() {
        assertThatThrownBy(() -> new RunningFolder(home).database())
                .isInstanceOfSatisfying(
                        StandaloneFailure.class,
                        it -> assertThat(it.told())
                                .startsWith("No Causerie is running on the data folder " + home
                                        + ". Start Causerie on it (`make run`)"));
    }

    private void running(Object pid) throws IOException {
        Files.createDirectories(home.resolve("postgres/data"));
        Files.writeString(
                home.resolve("postgres/data/postmaster.pid"), pid + "\n/data\n1763800000\n34567\n\n127.0.0.1\n");
        Files.writeString(home.resolve("secrets"), "livekit-key=k\ndatabase-password=s=cret\n");
    }
}
