package io.causerie.recordings;

import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import io.causerie.recordings.AccountRepository.Effect;
import io.causerie.storage.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** {@code recordings check | due | retry | hold | release}: what operators ask and tell of recordings. */
@CommandPart("recordings")
class RecordingsCommand implements Command {

    private static final int PAGE = 500;

    private final AccountRepository account;
    private final OperatorRepository orders;
    private final RecordingProperties properties;
    private final ObjectStore store;
    private final Clock clock;

    RecordingsCommand(
            AccountRepository account,
            OperatorRepository orders,
            RecordingProperties properties,
            ObjectStore store,
            Clock clock) {
        this.account = account;
        this.orders = orders;
        this.properties = properties;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void run(Options options, Console console) {
        switch (options.text("ACTION").orElse("")) {
            case "check" -> check(options.has("--files"), console);
            case "due" -> due(console);
            case "retry" -> retry(options, console);
            case "hold" -> hold(id(options), options.text("--reason").orElse(""), console);
            case "release" -> release(id(options), console);
            default -> throw new CommandError("What is to be done? check, due, retry, hold or release.");
        }
    }

    private void check(boolean files, Console console) {
        var now = account.account();
        console.say("started %d = playable %d + explained %d + deleted %d + in flight %d + lost %d"
                .formatted(now.started(), now.playable(), now.explained(), now.deleted(), now.inFlight(), now.lost()));
        account.lost().forEach(it -> console.complain("lost: " + it));
        if (now.overdue() > 0) {
            console.complain("overdue: " + now.overdue() + " that should have been settled by now");
        }
        outstanding(account.effects(), console);
        long missing = files ? missing(console) : 0;
        if (!now.balanced() || missing > 0) {
            throw new CommandError("The account of recordings does not balance.");
        }
        console.say("The account of recordings balances.");
    }

    private static void outstanding(List<Effect> effects, Console console) {
        long all = effects.stream().mapToLong(Effect::outstanding).sum();
        long deletions = effects.stream()
                .filter(it -> it.kind().equals("deletion"))
                .mapToLong(Effect::outstanding)
                .sum();
        long givenUp = effects.stream().mapToLong(Effect::givenUp).sum();
        console.say("outstanding: %d deletion(s) the store has not confirmed, %d notification(s); given up: %d"
                .formatted(deletions, all - deletions, givenUp));
    }

    /** Asks the store for the file of each playable recording; expired ones may be gone. */
    private long missing(Console console) {
        long missing = 0;
        long seen = 0;
        var page = account.playable(new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            for (var recording : page) {
                if (!there(recording)) {
                    missing++;
                    console.complain("no file: " + recording.id());
                }
                seen++;
            }
            console.say("looked at " + seen + " file(s), " + missing + " missing");
            page = account.playable(page.getLast().id(), PAGE);
        }
        return missing;
    }

    private boolean there(Recording recording) {
        if (properties.expiredAt(recording).filter(clock.instant()::isAfter).isPresent()) {
            return true;
        }
        try {
            return store.head(properties.key(recording)).isPresent();
        } catch (IOException e) {
            throw new CommandError("The object store does not answer.");
        }
    }

    /** What would be deleted because of its age, whether the setting that does it is on or not. */
    private void due(Console console) {
        var days = properties.expirationDays();
        if (days == null || days <= 0) {
            throw new CommandError("RECORDING_EXPIRATION_DAYS is not set: nothing is ever due.");
        }
        var due = orders.due(clock.instant().minus(Duration.ofDays(days)));
        due.forEach(it -> console.say(it.recording() + " " + it.createdAt() + (it.held() ? " held back" : "")));
        console.say("%d recording(s) are older than %d days; CAUSERIE_RECORDING_RETENTION is '%s'."
                .formatted(due.size(), days, properties.retention()));
    }

    private void retry(Options options, Console console) {
        int count = options.text("ID").isEmpty() ? orders.retryAll() : orders.retry(id(options));
        console.say(
                "Asked for %d notification(s) to be tried again; the server does it within a minute.".formatted(count));
    }

    private void hold(UUID id, String reason, Console console) {
        if (reason.isBlank() || reason.length() > 200) {
            throw new CommandError("--reason says why, in at most 200 characters.");
        }
        if (!orders.hold(id, reason)) {
            throw new CommandError("There is no such recording.");
        }
        console.say("Recording " + id + " cannot be deleted any more.");
    }

    private void release(UUID id, Console console) {
        if (!orders.release(id)) {
            throw new CommandError("That recording was not held back.");
        }
        console.say("Recording " + id + " can be deleted again.");
    }

    private static UUID id(Options options) {
        try {
            return UUID.fromString(options.text("ID").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new CommandError("ID expects the id of a recording.");
        }
    }
}
