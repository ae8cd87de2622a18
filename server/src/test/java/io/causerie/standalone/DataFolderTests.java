package io.causerie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path temporary;

    @Test
    void isForItsOwnerOnly() throws IOException {
        try (var folder = DataFolder.open(temporary.resolve("data"))) {
            assertThat(mode(temporary.resolve("data"))).isEqualTo("rwx------");
            assertThat(mode(folder.folder("logs"))).isEqualTo("rwx------");
        }
    }

    @Test
    void keepsItsVersion() throws IOException {
        DataFolder.open(temporary.resolve("data")).close();

        assertThat(temporary.resolve("data/version")).hasContent("1\n");
        DataFolder.open(temporary.resolve("data")).close();
    }

    @Test
    void refusesANewerVersionAndTouchesNothing() throws IOException {
        Files.writeString(temporary.resolve("version"), "999\n");

        assertThatThrownBy(() -> DataFolder.open(temporary))
                .isInstanceOf(StandaloneFailure.class)
                .hasMessageContaining("newer Causerie (version 999");

        assertThat(temporary).isDirectoryNotContaining("glob:**/lock");
        assertThat(temporary.resolve("version")).hasContent("999\n");
    }

    @Test
    void refusesAVersionThatIsNone() throws IOException {
        Files.writeString(temporary.resolve("version"), "one\n");

        assertThatThrownBy(() -> DataFolder.open(temporary)).hasMessageContaining("does not tell the version");
    }

    @Test
    void isUsedByOneServerAtATime() {
        try (var first = DataFolder.open(temporary)) {
            assertThat(first.file("version")).exists();
            assertThatThrownBy(() -> DataFolder.open(temporary))
                    .isInstanceOf(StandaloneFailure.class)
                    .hasMessageContaining("Another Causerie is running")
                    .extracting(it -> ((StandaloneFailure) it).action)
                    .asString()
                    .contains("CAUSERIE_HOME");
        }
        DataFolder.open(temporary).close();
    }

    @Test
    void namesItsSettingWhenItCannotBeUsed() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StandaloneFailure.class)
                .hasMessageContaining("cannot be used")
                .extracting(it -> ((StandaloneFailure) it).action)
                .asString()
                .contains("CAUSERIE_HOME");
    }

    @Test
    void makesSecretsOnceAndKeepsThemToItself() throws IOException {
        try (var folder = DataFolder.open(temporary.resolve("data"))) {
            var first = StandaloneSecrets.of(folder);
            var second = StandaloneSecrets.of(folder);

            assertThat(mode(folder.file("secrets"))).isEqualTo("rw-------");
            assertThat(first.liveKitSecret().value())
                    .hasSize(43)
                    .isNotEqualTo(first.secretKey().value());
            assertThat(second.liveKitSecret()).isEqualTo(first.liveKitSecret());
            assertThat(second.databasePassword()).isEqualTo(first.databasePassword());
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
