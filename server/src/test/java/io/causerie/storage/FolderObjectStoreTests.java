package io.causerie.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTests implements ObjectStoreContract {

    @TempDir
    Path home;

    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = again();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore again() throws IOException {
        return new FolderObjectStore(home.resolve("objects"));
    }

    @Test
    void servesNothingThroughALink() throws IOException {
        Files.writeString(home.resolve("secret.mp4"), "secret");
        Files.createDirectories(home.resolve("objects/recordings"));
        Files.createSymbolicLink(home.resolve("objects/recordings/file.mp4"), home.resolve("secret.mp4"));
        Files.createSymbolicLink(home.resolve("objects/outside"), home);
        assertThatThrownBy(() -> store.read("recordings/file.mp4", 0, 6)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.read("outside/secret.mp4", 0, 6)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.append("outside/x.mp4", 0, new byte[1])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.write("outside/x.mp4", "video/mp4", new ByteArrayInputStream(new byte[1]), 1))
                .isInstanceOf(IOException.class);
    }

    @Test
    void takesAnEncodedSlashForALetter() throws IOException {
        assertThat(store.head("recordings/%2e%2e%2fsecret.mp4")).isEmpty();
        store.write("recordings/a%2fb.mp4", "video/mp4", new ByteArrayInputStream(new byte[1]), 1);
        assertThat(home.resolve("objects/recordings/a%2fb.mp4")).exists();
    }

    @Test
    void mendsAChunkThatACrashHasTorn() throws IOException {
        var key = aKey();
        store.append(key, 0, "one".getBytes(UTF_8));
        Files.writeString(home.resolve("objects/.partial").resolve(key), "onet");
        assertThat(store.append(key, 3, "two".getBytes(UTF_8))).isEqualTo(6);
        store.publish(key, "video/mp4");
        assertThat(home.resolve("objects").resolve(key)).hasContent("onetwo");
    }

    @Test
    void leavesNoDraftBehind() throws IOException {
        store.write(aKey(), "video/mp4", new ByteArrayInputStream(new byte[5]), 5);
        assertThatThrownBy(() -> store.write(aKey(), "video/mp4", new ByteArrayInputStream(new byte[5]), 6))
                .isInstanceOf(IOException.class);
        try (var files = Files.walk(home.resolve("objects/.partial"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
