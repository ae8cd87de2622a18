package io.causerie.drill;

import io.causerie.platform.CommandError;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a plan come true: each fault at its time, in a thread of its own. */
final class Faults implements AutoCloseable {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Stage stage;
    private final Consumer<String> console;
    private final Set<String> lasting = new ConcurrentSkipListSet<>();
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicReference<@Nullable CommandError> failure = new AtomicReference<>();
    private volatile boolean over;

    Faults(Stage stage, Consumer<String> console) {
        this.stage = stage;
        this.console = console;
    }

    void unleash(FaultPlan plan) {
        plan.faults()
                .forEach(fault -> Thread.ofVirtual().start(() -> {
                    if (Loopback.pause(fault.at()) && !over) {
                        happen(fault);
                    }
                }));
    }

    /** How many egresses died. */
    int deaths() {
        return deaths.get();
    }

    /** What is wrong just now, in words. */
    Set<String> now() {
        return new TreeSet<>(lasting);
    }

    /** Throws if the server did not come back. */
    void verify() {
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void happen(Fault fault) {
        console.accept(fault.words());
        switch (fault) {
            case Fault.ServerKilled it -> crash();
            case Fault.EgressKilled it -> kill(it.manner());
            case Fault.StoreRefuses it -> during(it.lasting(), "store", stage.store()::refuse);
            case Fault.MailSilent it -> during(it.lasting(), "mail", stage.mail()::silence);
            case Fault.LiveKitSlow it -> during(it.lasting(), "livekit", stage.livekit()::slow);
            case Fault.LiveKitClock it -> stage.webhooks().clock(it.off());
        }
    }

    private void crash() {
        try {
            stage.server().crash();
        } catch (CommandError e) {
            failure.set(e);
        }
    }

    /** If none runs, the next one that does. */
    private void kill(Fault.Manner manner) {
        while (!over && !stage.livekit().kill(manner)) {
            Loopback.pause(BETWEEN_TRIES);
        }
        deaths.incrementAndGet();
    }

    private void during(Duration time, String name, Consumer<Boolean> fault) {
        fault.accept(true);
        lasting.add(name);
        Loopback.pause(time);
        fault.accept(false);
        lasting.remove(name);
    }

    /** No more of them: whatever lasts is lifted, whatever is still to come does not. */
    @Override
    public void close() {
        over = true;
        stage.store().refuse(false);
        stage.mail().silence(false);
        stage.livekit().slow(false);
        stage.webhooks().clock(Duration.ZERO);
        stage.courier().calm();
        lasting.clear();
    }
}
