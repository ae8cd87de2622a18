package io.causerie.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaTypeFactory;

/**
 * Objects as files below one folder. A file appears at its place whole, by a rename within the folder, after its bytes are on the disk; what is being appended
 * lies below {@code .partial} at the same path. No key leaves the folder, by dots or by links.
 */
class FolderObjectStore implements ObjectStore {

    private static final String UNPUBLISHED = ".partial";

    private final Path root;

    FolderObjectStore(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
    }

    @Override
    public Optional<Head> head(String key) throws IOException {
        var file = place(root, key);
        try {
            var known = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            return known.isRegularFile() ? Optional.of(head(key, known)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InputStream> read(String key, long offset, long length) throws IOException {
        if (head(key).isEmpty()) {
            return Optional.empty();
        }
        FileChannel file;
        try {
            file = FileChannel.open(place(root, key), READ, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            file.position(offset);
            return Optional.of(new Slice(Channels.newInputStream(file), length));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Optional<Path> file(String key) throws IOException {
        return head(key).isEmpty() ? Optional.empty() : Optional.of(place(root, key));
    }

    @Override
    public void write(String key, String contentType, InputStream content, long length) throws IOException {
        var target = place(root, key);
        var draft = directory(root.resolve(UNPUBLISHED)).resolve(UUID.randomUUID() + ".new");
        try {
            try (var out = FileChannel.open(draft, CREATE_NEW, WRITE)) {
                long written = content.transferTo(Channels.newOutputStream(out));
                if (written != length) {
                    throw new IOException("the object has " + written + " bytes instead of " + length);
                }
                out.force(true);
            }
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(place(root, key));
    }

    @Override
    public long append(String key, long offset, byte[] chunk) throws IOException {
        var file = unpublished(key);
        boolean first = !Files.exists(file, NOFOLLOW_LINKS);
        if (first) {
            directory(parent(file));
        }
        try (var out = FileChannel.open(file, CREATE, WRITE, NOFOLLOW_LINKS)) {
            long size = out.size();
            if (offset < 0 || offset > size) {
                throw new IllegalArgumentException("the object has " + size + " bytes, the chunk begins at " + offset);
            }
            // a chunk that ends beyond the file was torn by a crash, or is new: written again from its beginning
            if (offset + chunk.length > size) {
                write(out, offset, chunk);
            }
            if (first) {
                sync(parent(file));
            }
            return out.size();
        }
    }

    @Override
    public long appended(String key) throws IOException {
        try {
            return Files.size(unpublished(key));
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    @Override
    public Optional<Head> publish(String key, String contentType) throws IOException {
        var file = unpublished(key);
        if (appended(key) > 0) {
            try {
                move(file, place(root, key));
            } catch (NoSuchFileException e) {
                // another caller published it in this moment
            }
        }
        return head(key);
    }

    @Override
    public void discard(String key) throws IOException {
        Files.deleteIfExists(unpublished(key));
    }

    private Path unpublished(String key) throws IOException {
        place(root, key);
        return place(root.resolve(UNPUBLISHED), key);
    }

    /** The path of a key below a folder; never outside, and never through a link. */
    private Path place(Path folder, String key) throws IOException {
        var path = folder;
        for (var part : ObjectKeys.parts(key)) {
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                throw new IOException("a link where an object should be");
            }
        }
        return path;
    }

    private static void write(FileChannel out, long offset, byte[] chunk) throws IOException {
        var bytes = ByteBuffer.wrap(chunk);
        while (bytes.hasRemaining()) {
            out.write(bytes, offset + bytes.position());
        }
        out.force(false);
    }

    private static void move(Path from, Path to) throws IOException {
        directory(parent(to));
        Files.move(from, to, ATOMIC_MOVE);
        sync(parent(to));
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static Path directory(Path path) throws IOException {
        return Files.createDirectories(path);
    }

    /** Makes a new name in a directory survive a power cut. */
    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static Head head(String key, BasicFileAttributes known) {
        var modified = known.lastModifiedTime().toInstant();
        var version = modified.getEpochSecond() * 1_000_000 + modified.getNano() / 1000;
        var etag = '"' + Long.toHexString(known.size()) + '-' + Long.toHexString(version) + '"';
        return new Head(key, known.size(), contentType(key), etag, modified);
    }

    private static String contentType(String key) {
        return MediaTypeFactory.getMediaType(key.toLowerCase(Locale.ROOT))
                .map(Object::toString)
                .orElse("application/octet-stream");
    }
}
