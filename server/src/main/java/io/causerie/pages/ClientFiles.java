package io.causerie.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Where the client's files come from. Paths are absolute and normalized, such as {@code /assets/app.js}. */
sealed interface ClientFiles {

    /** The file of that path; folders are none. */
    Optional<Resource> find(String path);

    /** The build packed with the server. */
    record Bundled() implements ClientFiles {
        @Override
        public Optional<Resource> find(String path) {
            var file = new ClassPathResource("META-INF/causerie-web" + path);
            return path.endsWith("/") || !file.isReadable() ? Optional.empty() : Optional.of(file);
        }
    }

    /** A folder of the operator's; links that lead out of it are not followed. */
    record Folder(Path root) implements ClientFiles {
        @Override
        public Optional<Resource> find(String path) {
            try {
                var file = root.resolve(path.substring(1)).toRealPath();
                return file.startsWith(root) && Files.isRegularFile(file)
                        ? Optional.of(new FileSystemResource(file))
                        : Optional.empty();
            } catch (IOException | InvalidPathException e) {
                return Optional.empty();
            }
        }
    }
}
