package io.causerie.standalone;

import io.causerie.platform.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded PostgreSQL: loopback only, asked for a password, its files in the data folder; adopted when it outlived a server. */
final class PostgresServer {

    private static final String NAME = "causerie";
    private static final long PATIENCE_MILLIS = 60_000;

    private final Path cluster;
    private final Path log;
    private final PostgresBinaries binaries;
    private final PostgresUser user;
    private final Secret password;
    private int port;
    private Supervised supervised;

    private PostgresServer(DataFolder folder, PostgresBinaries binaries, PostgresUser user, Secret password)
            throws IOException {
        this.cluster = folder.folder("postgres").resolve("data");
        this.log = folder.folder("logs").resolve("postgres.log");
        this.binaries = binaries;
        this.user = user;
        this.password = password;
        initialize(folder);
        var running = running();
        this.port = running.isPresent() ? postmaster(3) : choosePort(folder);
        this.supervised = new Supervised("PostgreSQL", running.isPresent() ? running.get() : launch(), this::launch);
    }

    /** Finds or starts the database of this folder and waits until it answers. */
    static PostgresServer start(DataFolder folder, Path cache, Secret password, Console console) {
        long began = System.nanoTime();
        var binaries = PostgresBinaries.below(cache, console);
        try {
            var server = new PostgresServer(folder, binaries, PostgresUser.current(), password);
            server.awaitAnswer();
            console.here(
                    "PostgreSQL",
                    "%s, port %d (%.1f s)"
                            .formatted(binaries.version(), server.port, (System.nanoTime() - began) / 1e9));
            return server;
        } catch (IOException e) {
            throw new StandaloneFailure(
                    "PostgreSQL cannot be started: " + e.getMessage() + ".",
                    "See " + folder.file("logs/postgres.log") + ".",
                    e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    String userName() {
        return NAME;
    }

    ProcessHandle process() {
        return supervised.process();
    }

    /** Lets it run on without us. */
    void leave() {
        supervised.release();
    }

    /** Ends it: open transactions are rolled back, everything committed is on disk. */
    void stop() {
        var process = supervised.release();
        Processes.signal(process, "INT");
        if (!Processes.ends(process, 10_000)) {
            Processes.signal(process, "QUIT");
            Processes.ends(process, 5_000);
        }
    }

    private void initialize(DataFolder folder) throws IOException {
        var version = cluster.resolve("PG_VERSION");
        if (Files.exists(version)) {
            requireMajor(Files.readString(version).strip());
            return;
        }
        var draft = cluster.resolveSibling("data.new");
        Folders.delete(draft);
        folder.write("postgres/password", password.value());
        var file = folder.file("postgres/password");
        Processes.run(
                user.command(
                        binaries.program("initdb"),
                        "--pgdata=" + draft,
                        "--username=" + NAME,
                        "--auth=scram-sha-256",
                        // stretches guessable passwords; ours is random, and every connection would pay for it
                        "--set=scram_iterations=1",
                        "--pwfile=" + file,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--data-checksums"),
                120);
        Files.delete(file);
        Files.move(draft, cluster);
    }

    private void requireMajor(String found) {
        if (!found.equals(binaries.major())) {
            throw new StandaloneFailure(
                    "The data folder holds a database of PostgreSQL " + found + "; this Causerie brings "
                            + binaries.major() + ".",
                    "Start the Causerie that wrote it and dump the database there (see UPGRADE.md).");
        }
    }

    private Optional<ProcessHandle> running() {
        return Files.exists(cluster.resolve("postmaster.pid"))
                ? Processes.find(postmaster(0), cluster.toString())
                : Optional.empty();
    }

    /** A number in one line of PostgreSQL's own note about its process, counted from 0: the id, the port. */
    private int postmaster(int line) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return line < lines.size() ? Integer.parseInt(lines.get(line).strip()) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** The port of last time if it is free, so that tools find the database again. */
    private static int choosePort(DataFolder folder) {
        var noted = folder.read("postgres/port");
        if (noted != null && noted.strip().matches("\\d{1,5}")) {
            int port = Integer.parseInt(noted.strip());
            if (Ports.freeOnLoopback(port)) {
                return port;
            }
        }
        int port = Ports.anyOnLoopback();
        folder.write("postgres/port", port + "\n");
        return port;
    }

    private ProcessHandle launch() throws IOException {
        var command = user.command(binaries.program("postgres"), "-D", cluster, "-p", port);
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=40",
                "shared_buffers=32MB",
                "io_method=sync",
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_wal_size=256MB",
                "jit=off",
                "log_checkpoints=off",
                "timezone=UTC")) {
            command.add("-c");
            command.add(setting);
        }
        return Processes.start(command, Map.of("LC_ALL", "C.UTF-8"), log).toHandle();
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (true) {
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2",
                            NAME,
                            password.value());
                    var statement = connection.createStatement()) {
                if (!statement
                        .executeQuery("select 1 from pg_database where datname = '" + NAME + "'")
                        .next()) {
                    statement.execute("create database " + NAME);
                }
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline || "28P01".equals(e.getSQLState())) {
                    throw new IOException(e.getMessage(), e);
                }
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
