package io.causerie.drill;

import io.causerie.platform.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The embedded PostgreSQL of the drilled server, which outlives its crashes: asked as a witness, and ended at the end. */
final class DrilledDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path home;

    /** {@code home}: the server's data folder. */
    DrilledDatabase(Path home) {
        this.home = home;
    }

    /** Reads one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> ask(String sql, Reader<T> reader) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new CommandError("The drill's database does not answer: SQLSTATE " + e.getSQLState() + ".");
        }
    }

    long count(String sql) {
        return ask(sql, row -> row.getLong(1)).getFirst();
    }

    private Connection connect() throws SQLException {
        var password = lines("secrets").stream()
                .filter(it -> it.startsWith("database-password="))
                .map(it -> it.substring(it.indexOf('=') + 1))
                .findFirst()
                .orElse("");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + note().get(3).strip() + "/causerie?connectTimeout=10",
                "causerie",
                password);
    }

    /** PostgreSQL's own note about its process: the first line is its id, the fourth its port. */
    private List<String> note() {
        return lines("postgres/data/postmaster.pid");
    }

    private List<String> lines(String name) {
        try {
            var file = home.resolve(name);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new CommandError("The drill's data folder cannot be read.");
        }
    }

    /** Ends it, if it is the one of our folder: ids are reused. */
    @Override
    public void close() {
        var note = note();
        if (note.isEmpty() || !note.getFirst().strip().matches("\\d{1,10}")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(note.getFirst().strip()))
                .filter(this::ours)
                .ifPresent(DrilledDatabase::end);
    }

    private boolean ours(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(home.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code INT} is PostgreSQL's fast end, {@code TERM} would wait for clients. */
    private static void end(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (Exception e) {
            process.destroyForcibly();
        }
    }
}
