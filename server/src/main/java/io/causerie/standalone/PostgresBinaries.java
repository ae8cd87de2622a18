package io.causerie.standalone;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar once for all data folders of this user.
 *
 * @param folder holds {@code bin}, {@code lib}, {@code share}
 * @param version such as {@code 18.6.0}
 */
record PostgresBinaries(Path folder, String version) {

    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    /** The programs below {@code parent}, unpacked there if they are not yet. */
    static PostgresBinaries below(Path parent, Console console) {
        var archive = archive();
        var version = version(archive);
        var folder = parent.resolve("postgres-" + version);
        if (!Files.isDirectory(folder)) {
            console.working("PostgreSQL", "unpacking version " + version + " for the first time");
            unpack(archive, folder);
        }
        return new PostgresBinaries(folder, version);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    private static URL archive() {
        var machine = System.getProperty("os.arch");
        var name = switch (machine) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default -> "";
        };
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (name.isEmpty() || archive == null || !System.getProperty("os.name").equals("Linux")) {
            throw new StandaloneFailure(
                    "There is no PostgreSQL in this jar for " + System.getProperty("os.name") + " on " + machine + ".",
                    "Start a PostgreSQL yourself and name it with CAUSERIE_DATABASE_URL, DB_USER and DB_PASSWORD.");
        }
        return archive;
    }

    private static String version(URL archive) {
        var found = VERSION.matcher(archive.toString());
        return found.find() ? found.group(1) : "18.0.0";
    }

    private static void unpack(URL archive, Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            var draft = Files.createTempDirectory(folder.getParent(), ".unpacking");
            Files.setPosixFilePermissions(draft, PROGRAM);
            try (var stream = archive.openStream()) {
                extract(stream, draft);
            }
            publish(draft, folder);
        } catch (IOException e) {
            throw new StandaloneFailure(
                    "PostgreSQL cannot be unpacked into " + folder + ": " + e.getMessage() + ".",
                    "Make room there, let this user write there, or set XDG_CACHE_HOME to another folder.",
                    e);
        }
    }

    /** Two servers may unpack at once: the first to finish wins, and both folders are the same. */
    private static void publish(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            Folders.delete(draft);
        }
    }

    private static void extract(InputStream stream, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(stream, 1 << 16)))) {
            var made = new HashSet<Path>();
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leaves the archive");
                }
                if (made.add(path.getParent())) {
                    Files.createDirectories(path.getParent());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, PROGRAM);
            }
        }
    }
}
