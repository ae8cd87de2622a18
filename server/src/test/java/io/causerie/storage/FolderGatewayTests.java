package io.causerie.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class FolderGatewayTests extends MediaTest implements GatewayContract {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("CAUSERIE_OBJECT_FOLDER", () -> folder.resolve("objects").toString());
    }

    @Override
    public MediaTest server() {
        return this;
    }

    /** The descriptors of this process that lead to the file. */
    @Override
    public long upstreams() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(it -> leadsToTheFile(it)).count();
        }
    }

    private boolean leadsToTheFile(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).endsWith(key);
        } catch (IOException e) {
            return false; // closed in this moment
        }
    }
}
