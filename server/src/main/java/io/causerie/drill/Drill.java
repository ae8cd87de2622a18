package io.causerie.drill;

import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code drill}: starts a server of its own among stand-ins, has people record in it while everything fails that can fail, lets it settle, and draws up
 * the account; {@link CommandError} when that does not balance.
 */
public final class Drill implements Command {

    private static final int PEOPLE = 4;
    private static final int MOST_RECORDINGS = 5_000;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    /** What died at the wrong moment is waited for: leases, silences, pauses between attempts. On a slow machine more than on a quick one. */
    private static final Duration SETTLING = Duration.ofMinutes(6);

    private long began = System.nanoTime();

    @Override
    public void run(Options options, Console console) throws IOException {
        long seed = seed(options);
        var lasting = Duration.ofSeconds(within(options.number("--seconds"), 10, 24 * 3600, "--seconds"));
        int rooms = within(options.number("--rooms"), 1, 200, "--rooms");
        var without = Omission.parse(options.text("--without").orElse(""));
        var plan = FaultPlan.of(seed, lasting).without(without);
        var again =
                "drill --seed %d --seconds %d --rooms %d%s".formatted(seed, lasting.toSeconds(), rooms, words(without));
        console.say("The drill: %d s of recording in %d rooms, %d faults; %s tells what was written. To repeat it: %s"
                .formatted(
                        lasting.toSeconds(),
                        rooms,
                        plan.faults().size(),
                        plan.silent() ? "nobody" : plan.storeTells() ? "the store" : "LiveKit",
                        again));
        LoggingSystem.get(Drill.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        try (var stage = Stage.set(plan, options.has("--keep"))) {
            if (options.has("--keep")) {
                console.say("Everything is kept in " + stage.folder() + ".");
            }
            var account = held(stage, plan, rooms, console);
            console.say("\nThe account (" + again + ")\n\n" + account.table());
            explain(account, stage, console);
            var report = options.text("--report");
            if (report.isPresent()) {
                DrillReport.write(Path.of(report.get()), account.checks());
            }
            if (!account.balances()) {
                throw new CommandError("The account of the drill does not balance.");
            }
            console.say("The account of the drill balances.");
        }
    }

    private DrillAccount held(Stage stage, FaultPlan plan, int count, Console console) {
        stage.server().start();
        var tally = new Tally();
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(it -> Person.register(stage.address(), "Person " + it, "person" + it + "@example.org"))
                .toList();
        var dice = new Dice(plan.seed());
        var rooms = IntStream.range(0, count)
                .mapToObj(it -> DrilledRoom.made(it, people.get(it % PEOPLE), tally, dice))
                .toList();
        rooms.forEach(it -> stage.livekit().open(it.id()));
        began = System.nanoTime();
        record(stage, plan, rooms, tally, console);
        settle(stage, rooms, console);
        var blocked = probe(rooms, console);
        settle(stage, rooms, console);
        try {
            return new Audit(stage).account(people, tally, blocked);
        } finally {
            people.forEach(Person::close);
        }
    }

    private void record(Stage stage, FaultPlan plan, List<DrilledRoom> rooms, Tally tally, Console console) {
        var faults = new Faults(stage, words -> say(console, "   " + words));
        try (faults) {
            faults.unleash(plan);
            var workers = rooms.stream()
                    .map(room -> Thread.ofVirtual()
                            .start(() -> room.record(() ->
                                    elapsed().compareTo(plan.lasting()) < 0 && tally.started.get() < MOST_RECORDINGS)))
                    .toList();
            while (workers.stream().anyMatch(Thread::isAlive)) {
                Loopback.pause(BETWEEN_LINES);
                faults.verify();
                say(console, state(stage, tally, faults));
            }
        }
        // one that is just coming back: the server is not killed again
        stage.server().awaitReady();
        faults.verify();
        console.say(
                "%d kills of the server, %d dead egresses, %d webhooks and notices, %d of them lost; now everything works again."
                        .formatted(
                                stage.server().kills().size(),
                                faults.deaths(),
                                stage.courier().sent(),
                                stage.courier().lost()));
    }

    private static String state(Stage stage, Tally tally, Faults faults) {
        return "%s; mails %d%s%s"
                .formatted(
                        tally.words(),
                        stage.mail().received().size(),
                        stage.server().ready() ? "" : "; the server is away",
                        faults.now().isEmpty() ? "" : "; troubled: " + String.join(", ", faults.now()));
    }

    /** People stop what still runs; nobody else does. */
    private void settle(Stage stage, List<DrilledRoom> rooms, Console console) {
        var witnesses = new Witnesses(stage);
        long deadline = System.nanoTime() + SETTLING.toNanos();
        var open = witnesses.unsettled();
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            say(console, "waiting for " + open);
            rooms.forEach(DrilledRoom::stop);
            Loopback.pause(BETWEEN_LINES);
            open = witnesses.unsettled();
        }
    }

    /** Ids of the rooms in which nothing can be recorded. */
    private List<String> probe(List<DrilledRoom> rooms, Console console) {
        say(console, "every room is recorded once more");
        var blocked = Collections.synchronizedList(new ArrayList<String>());
        var probes = rooms.stream()
                .map(room -> Thread.ofVirtual().start(() -> {
                    if (!room.free()) {
                        blocked.add(room.id());
                    }
                }))
                .toList();
        probes.forEach(Drill::join);
        return List.copyOf(blocked);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The stories of a few recordings that stand against the account. */
    private static void explain(DrillAccount account, Stage stage, Console console) {
        var witnesses = new Witnesses(stage);
        Stream.of(
                        account.inFlight(),
                        account.lost(),
                        account.unwatchable(),
                        account.unexplained(),
                        account.forgotten(),
                        account.remains(),
                        account.unmailed(),
                        account.overmailed(),
                        account.doubled())
                .flatMap(List::stream)
                .distinct()
                .limit(5)
                .forEach(it -> {
                    console.say("\n" + it + ":");
                    witnesses.timeline(it).forEach(line -> console.say("  " + line));
                });
    }

    private void say(Console console, String words) {
        console.say("%5d s  %s".formatted(elapsed().toSeconds(), words));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String words(Set<Omission> without) {
        return without.isEmpty()
                ? ""
                : without.stream().map(Omission::word).collect(Collectors.joining(",", " --without ", ""));
    }

    private static long seed(Options options) {
        var text = options.text("--seed").orElse("");
        if (text.isEmpty()) {
            return ThreadLocalRandom.current().nextLong(1_000_000);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new CommandError("--seed expects a number.");
        }
    }

    private static int within(int number, int least, int most, String option) {
        if (number < least || number > most) {
            throw new CommandError("%s expects a number from %d to %d.".formatted(option, least, most));
        }
        return number;
    }
}
