package io.causerie.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Received mail as files, one {@code .eml} each; only the newest are kept. */
final class MailFolder {

    static final int KEPT = 1_000;

    private static final Pattern ID = Pattern.compile("\\d{8}");

    private final Path folder;
    private final int kept;
    private int last;

    MailFolder(Path folder, int kept) {
        this.folder = folder;
        this.kept = kept;
        this.last = ids().stream().findFirst().map(Integer::parseInt).orElse(0);
    }

    /** Ids, the newest first. */
    List<String> ids() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message as it was received; empty when there is none of this id. */
    Optional<byte[]> read(String id) {
        if (!ID.matcher(id).matches() || !Files.exists(file(id))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a message, and forgets the oldest beyond the bound. */
    synchronized void keep(InputStream message) throws IOException {
        var id = "%08d".formatted(last + 1);
        var draft = folder.resolve(id + ".part");
        Files.copy(message, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
        last++;
        for (var old : ids().stream().skip(kept).toList()) {
            Files.deleteIfExists(file(old));
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }
}
