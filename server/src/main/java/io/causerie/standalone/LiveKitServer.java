package io.causerie.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The media server beside us: started with a configuration of ours, started again when it dies, adopted when it outlived a server. */
final class LiveKitServer {

    private static final String FILE = "livekit/livekit.yaml";
    private static final String NOTE = "livekit/process";
    private static final long PATIENCE_MILLIS = 15_000;

    private final DataFolder folder;
    private final Path program;
    private final LiveKitConfiguration configuration;
    private final Supervised supervised;

    private LiveKitServer(DataFolder folder, Path program, LiveKitConfiguration configuration) throws IOException {
        this.folder = folder;
        this.program = program;
        this.configuration = configuration;
        folder.folder("livekit");
        folder.folder("logs");
        this.supervised = new Supervised("LiveKit", adoptOrLaunch(), this::launch);
    }

    /** Finds or starts the media server of this folder and waits until it listens. */
    static LiveKitServer start(DataFolder folder, Path program, LiveKitConfiguration configuration, Console console) {
        long began = System.nanoTime();
        try {
            var server = new LiveKitServer(folder, program, configuration);
            server.awaitListening();
            console.here(
                    "LiveKit",
                    "%s, media on UDP port %d (%.1f s)"
                            .formatted(
                                    configuration.address(),
                                    configuration.udpPort(),
                                    (System.nanoTime() - began) / 1e9));
            return server;
        } catch (IOException e) {
            throw new StandaloneFailure(
                    "livekit-server cannot be started: " + e.getMessage() + ".",
                    "See " + folder.file("logs/livekit.log") + ".",
                    e);
        }
    }

    ProcessHandle process() {
        return supervised.process();
    }

    /** Lets it run on without us: meetings go on. */
    void leave() {
        supervised.release();
    }

    /** Ends it: the first signal asks it to wait for the people inside, the second not to. */
    void stop() {
        end(supervised.release());
    }

    private static void end(ProcessHandle process) {
        Processes.signal(process, "TERM");
        if (!Processes.ends(process, 500)) {
            Processes.signal(process, "TERM");
        }
        if (!Processes.ends(process, 5_000)) {
            process.destroyForcibly();
        }
    }

    private ProcessHandle adoptOrLaunch() throws IOException {
        var running = running();
        if (running.isPresent()) {
            if (note(running.get()).equals(folder.read(NOTE))) {
                return running.get();
            }
            end(running.get());
        }
        requirePorts();
        return launch();
    }

    private Optional<ProcessHandle> running() {
        var note = folder.read(NOTE);
        if (note == null || !note.matches("(?s)\\d{1,10} .*")) {
            return Optional.empty();
        }
        return Processes.find(
                Long.parseLong(note.substring(0, note.indexOf(' '))),
                folder.file(FILE).toString());
    }

    private ProcessHandle launch() throws IOException {
        folder.write(FILE, configuration.yaml());
        var process = Processes.start(
                        List.of(
                                program.toString(),
                                "--config",
                                folder.file(FILE).toString()),
                        Map.of(),
                        folder.file("logs/livekit.log"))
                .toHandle();
        folder.write(NOTE, note(process));
        return process;
    }

    /** Which process this is and what it was started with: the next server adopts it only if it would start the same. */
    private String note(ProcessHandle process) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((program + "\n" + configuration.yaml()).getBytes(StandardCharsets.UTF_8));
            return process.pid() + " " + HexFormat.of().formatHex(digest) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requirePorts() {
        Ports.requireTcp(configuration.bind(), configuration.port(), "CAUSERIE_LIVEKIT_PORT");
        Ports.requireUdp(configuration.bind(), configuration.udpPort(), "CAUSERIE_LIVEKIT_UDP_PORT");
        if (!configuration.loopback()) {
            Ports.requireTcp("0.0.0.0", configuration.tcpPort(), "CAUSERIE_LIVEKIT_TCP_PORT");
        }
    }

    private void awaitListening() throws IOException {
        var address = URI.create(configuration.address());
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 500);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    stop();
                    throw e;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
