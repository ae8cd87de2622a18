package io.causerie.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data folder another process is running on, seen by a command: nothing in it is locked or started, only found. */
record RunningFolder(Path home) {

    private static final String REMEDY =
            "Start Causerie on it (`make run`), then run this command again while it runs; another folder is named with CAUSERIE_HOME.";

    /** Where the database is and how to enter it, in the environment's names. */
    Map<String, Object> database() {
        var note = lines("postgres/data/postmaster.pid");
        var password = lines("secrets").stream()
                .filter(it -> it.startsWith("database-password="))
                .map(it -> it.substring(it.indexOf('=') + 1))
                .findFirst();
        if (note.size() < 4 || !alive(note.getFirst()) || password.isEmpty()) {
            throw new StandaloneFailure("No Causerie is running on the data folder " + home + ".", REMEDY);
        }
        return Map.of(
                "CAUSERIE_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + note.get(3).strip() + "/causerie",
                "DB_USER",
                "causerie",
                "DB_PASSWORD",
                password.get());
    }

    String objects() {
        return home.resolve("objects").toString();
    }

    private boolean alive(String pid) {
        return pid.strip().matches("\\d{1,10}")
                && Optional.of(Long.parseLong(pid.strip()))
                        .flatMap(ProcessHandle::of)
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private List<String> lines(String name) {
        try {
            return Files.exists(home.resolve(name)) ? Files.readAllLines(home.resolve(name)) : List.of();
        } catch (IOException e) {
            throw new StandaloneFailure(
                    "The data folder " + home + " cannot be read: "
                            + e.getClass().getSimpleName() + ".",
                    "Run this command as the user who runs Causerie.",
                    e);
        }
    }
}
