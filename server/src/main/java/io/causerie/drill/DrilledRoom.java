package io.causerie.drill;

import io.causerie.platform.CommandError;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A room whose owner records, stops and records again, with pauses that are drawn; sometimes twice at once, sometimes without ever stopping. */
final class DrilledRoom {

    private static final Pattern ID = Pattern.compile("\"id\": ?\"([0-9a-f-]{36})\"");
    private static final Pattern RECORDING =
            Pattern.compile("\"id\": ?\"([0-9a-f-]{36})\", ?\"room\": ?\\{[^{}]*},[^{}]*?\"status\": ?\"(\\w+)\"");
    private static final Set<String> RUNS = Set.of("initiated", "active");
    private static final String START = "{\"mode\": \"screen_recording\"}";

    private final String id;
    private final Person owner;
    private final Tally tally;
    private final RandomGenerator dice;
    private final RandomGenerator tidiness;

    private DrilledRoom(String id, Person owner, Tally tally, RandomGenerator dice, RandomGenerator tidiness) {
        this.id = id;
        this.owner = owner;
        this.tally = tally;
        this.dice = dice;
        this.tidiness = tidiness;
    }

    static DrilledRoom made(int number, Person owner, Tally tally, Dice dice) {
        var answer = owner.post("/api/v1.0/rooms/", "{\"name\": \"Drill %d\"}".formatted(number));
        var id = ID.matcher(answer.body());
        if (answer.status() != 201 || !id.find()) {
            throw new CommandError("No room can be made in the drilled server: it answers " + answer.status() + ".");
        }
        return new DrilledRoom(
                id.group(1), owner, tally, dice.of("room " + number), dice.of("deletions of room " + number));
    }

    String id() {
        return id;
    }

    /** Records again and again as long as somebody says so. */
    void record(BooleanSupplier goOn) {
        while (goOn.getAsBoolean() && Loopback.pause(Dice.between(dice, 200, 1_800))) {
            boolean started = dice.nextInt(8) == 0 ? startTwice() : tally.started(start());
            Loopback.pause(started ? Dice.between(dice, 50, 3_500) : Duration.ZERO);
            // who leaves a recording running, or finds one that does, stops it some time
            if (dice.nextInt(6) < (started ? 5 : 1)) {
                stop();
            }
            if (tidiness.nextInt(6) == 0) {
                deleteNewest();
            }
        }
    }

    /** Somebody who deletes at once what failed, or was just stopped: its worker may run on, or begin only now. */
    private void deleteNewest() {
        RECORDING
                .matcher(owner.get("/api/v1.0/recordings/?page_size=4").body())
                .results()
                .filter(it -> !RUNS.contains(it.group(2)))
                .map(it -> it.group(1))
                .findFirst()
                .ifPresent(it -> {
                    tally.doomed.put(it, owner.email());
                    tally.deleted(owner.delete("/api/v1.0/recordings/" + it + "/"));
                });
    }

    /** Whether a recording can be started, at once; it is stopped again. */
    boolean free() {
        boolean started = tally.started(start());
        if (started) {
            Loopback.pause(Duration.ofSeconds(2));
            stop();
        }
        return started;
    }

    private boolean startTwice() {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = CompletableFuture.supplyAsync(this::start, both);
            var other = CompletableFuture.supplyAsync(this::start, both);
            boolean first = tally.started(one.join());
            boolean second = tally.started(other.join());
            if (first && second) {
                tally.twice.incrementAndGet();
            }
            return first || second;
        }
    }

    private Person.Answer start() {
        return owner.post("/api/v1.0/rooms/" + id + "/start-recording/", START);
    }

    /** Stops what is recorded, if anything is. */
    void stop() {
        owner.post("/api/v1.0/rooms/" + id + "/stop-recording/", "");
    }
}
