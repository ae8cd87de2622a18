package io.causerie.standalone;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds livekit-server on this machine: where the operator says, on the PATH, or where bin/setup puts it. */
final class LiveKitProgram {

    private static final String NAME = "livekit-server";

    private LiveKitProgram() {}

    static Optional<Path> find(String named) {
        if (!named.isBlank()) {
            var program = Path.of(named).toAbsolutePath();
            if (!Files.isExecutable(program)) {
                throw new StandaloneFailure(
                        "There is no program at " + program + ".",
                        "Correct CAUSERIE_LIVEKIT_SERVER, or leave it out to look on the PATH.");
            }
            return Optional.of(program);
        }
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator))
                                .filter(folder -> !folder.isBlank())
                                .map(folder -> Path.of(folder).resolve(NAME)),
                        Stream.of(Folders.cache().resolve("bin").resolve(NAME)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .map(Path::toAbsolutePath)
                .findFirst();
    }
}
