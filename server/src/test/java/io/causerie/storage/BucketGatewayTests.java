package io.causerie.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

class BucketGatewayTests extends BucketTest implements GatewayContract {

    private static final String ESTABLISHED = "01";
    private static final String TO_THE_STORE =
            String.format(Locale.ROOT, ":%04X", URI.create(STORE.endpoint()).getPort());

    @Override
    public MediaTest server() {
        return this;
    }

    /** What the kernel knows of connections to the store. */
    @Override
    public long upstreams() throws IOException {
        return Stream.concat(table("tcp"), table("tcp6"))
                .map(it -> it.strip().split("\\s+"))
                .filter(it -> it[2].endsWith(TO_THE_STORE) && it[3].equals(ESTABLISHED))
                .count();
    }

    private static Stream<String> table(String protocol) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/self/net", protocol)).stream()
                    .skip(1);
        } catch (NoSuchFileException e) {
            return Stream.empty();
        }
    }
}
