package io.causerie.drill;

import io.causerie.platform.CommandError;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The server that is drilled: this very program in a process of its own, with nothing of our environment but what finds files. It can be killed. */
final class DrilledServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** How long a server runs at least before it is killed: one that never gets ready would drill nothing. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(8);

    /** Waits of minutes that a process which died leaves to the next one; in the drill it is seconds. */
    private static final List<String> SHORTER_WAITS = List.of(
            "--causerie.mail.timeout=3s",
            "--causerie.effects.lease=40s",
            "--causerie.effects.first-pause=8s",
            "--causerie.recordings.late-objects=PT8S",
            "--spring.modulith.events.staleness.published=15s",
            "--spring.modulith.events.staleness.processing=40s",
            "--spring.modulith.events.staleness.resubmitted=15s",
            "--spring.modulith.events.staleness.check-interval=5s");

    private final URI address;
    private final Path log;
    private final Map<String, String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ReentrantLock turns = new ReentrantLock();
    private volatile @Nullable Process process;
    private volatile long readySince;
    private volatile boolean ready;
    private final List<Long> kills = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    DrilledServer(URI address, Path log, Map<String, String> settings) {
        this.address = address;
        this.log = log;
        this.settings = settings;
    }

    boolean ready() {
        return ready;
    }

    /** When it was killed, by {@link System#nanoTime}. */
    List<Long> kills() {
        return List.copyOf(kills);
    }

    /** Starts it and waits until it answers. */
    void start() {
        turns.lock();
        try {
            if (over) {
                return;
            }
            process = launch();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!answers()) {
                if (!alive() && !over || System.nanoTime() > deadline) {
                    throw new CommandError("The server does not start; the end of what it said:\n" + lastWords());
                }
                if (over || !Loopback.pause(Duration.ofMillis(100))) {
                    return;
                }
            }
            readySince = System.nanoTime();
            ready = true;
        } finally {
            turns.unlock();
        }
    }

    /** Kills it, if it is ready for a moment already or as soon as it is, and starts it again. */
    void crash() {
        turns.lock();
        try {
            Loopback.pause(SHORTEST_LIFE.minusNanos(Math.min(System.nanoTime() - readySince, SHORTEST_LIFE.toNanos())));
            if (!over) {
                kill();
                kills.add(System.nanoTime());
                start();
            }
        } finally {
            turns.unlock();
        }
    }

    /** Waits for one that is just being started. */
    void awaitReady() {
        turns.lock();
        turns.unlock();
    }

    private Process launch() {
        try {
            var builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "XDG_CACHE_HOME", "TMPDIR"));
            builder.environment().putAll(settings);
            return builder.start();
        } catch (IOException e) {
            throw new CommandError("The server cannot be started: " + e.getMessage() + ".");
        }
    }

    /** The same program with the same options of the JVM, so that its start-up cache fits. */
    private static List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(it -> !it.startsWith("-javaagent") && !it.startsWith("-agentlib"))
                .forEach(command::add);
        var classes = System.getProperty("java.class.path");
        if (classes.endsWith(".jar") && !classes.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classes));
        } else {
            command.addAll(List.of("-cp", classes, "io.causerie.Causerie"));
        }
        command.addAll(SHORTER_WAITS);
        return command;
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/__heartbeat__"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean alive() {
        var running = process;
        return running != null && running.isAlive();
    }

    private void kill() {
        ready = false;
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(nothing can be read)";
        }
    }

    @Override
    public void close() {
        over = true;
        kill();
        http.shutdownNow();
    }
}
