package io.causerie.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The one folder that keeps everything between two starts; locked while a server uses it. */
final class DataFolder implements AutoCloseable {

    /** Raised when what is in the folder is laid out anew; a folder of a newer format is refused untouched. */
    static final int FORMAT = 1;

    private static final String SETTING = "Choose another folder with CAUSERIE_HOME, ";

    private final Path home;
    private final FileChannel lock;

    private DataFolder(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    /** Takes the folder for this process, making it if it is missing. */
    static DataFolder open(Path path) {
        var home = path.toAbsolutePath().normalize();
        refuseNewer(home);
        try {
            makePrivate(home);
            var lock = lock(home);
            var folder = new DataFolder(home, lock);
            folder.write("version", FORMAT + "\n");
            return folder;
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    /** A folder inside, made if missing. */
    Path folder(String name) {
        var folder = home.resolve(name);
        try {
            makePrivate(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        return folder;
    }

    Path file(String name) {
        return home.resolve(name);
    }

    /** The text of a file inside, or null when it is not there. */
    @Nullable
    String read(String name) {
        try {
            return Files.exists(home.resolve(name)) ? Files.readString(home.resolve(name)) : null;
        } catch (IOException e) {
            throw unusable(home.resolve(name), e);
        }
    }

    /** Replaces a file inside as a whole; nobody else may read it. */
    void write(String name, String text) {
        var target = home.resolve(name);
        try {
            var draft = Files.createTempFile(
                    target.getParent(),
                    ".draft",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            Files.move(draft, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(target, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static void refuseNewer(Path home) {
        var file = home.resolve("version");
        try {
            if (!Files.exists(file)) {
                return;
            }
            var text = Files.readString(file).strip();
            if (!text.matches("\\d{1,6}")) {
                throw new StandaloneFailure(
                        "The file " + file + " does not tell the version of the data folder.",
                        SETTING + "or put the version back (this Causerie writes " + FORMAT + ").");
            }
            if (Integer.parseInt(text) > FORMAT) {
                throw new StandaloneFailure(
                        "The data folder " + home + " was written by a newer Causerie (version " + text
                                + ", this one knows " + FORMAT + "); nothing in it was touched.",
                        SETTING + "or start the newer Causerie.");
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // The same as a lock held by another process: this one has the folder already.
        }
        channel.close();
        throw new StandaloneFailure(
                "Another Causerie is running on the data folder " + home + ".", SETTING + "or stop the other one.");
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static StandaloneFailure unusable(Path path, IOException cause) {
        return new StandaloneFailure(
                "The data folder cannot be used: " + path + ": "
                        + cause.getClass().getSimpleName() + ".",
                SETTING + "or let this user write there.",
                cause);
    }
}
