package io.causerie.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What the standard library lacks for whole folders. */
final class Folders {

    private Folders() {}

    /** Deletes the folder and everything in it; follows no link. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The folder of this user that keeps what can be made again, shared with bin/setup. */
    static Path cache() {
        var named = System.getenv("XDG_CACHE_HOME");
        var parent =
                named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return parent.resolve("causerie");
    }
}
