package io.causerie.drill;

import io.causerie.drill.Fault.Manner;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;
import org.jspecify.annotations.Nullable;

/** One egress, from its start to its end: it begins after a moment, runs until it is stopped or its limit is reached, uploads a small file, and tells of all that. */
final class StandInEgress {

    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration BETWEEN_UPLOADS = Duration.ofMillis(500);

    private final int number;
    private final EgressWebhooks webhooks;
    private final StandInStore store;
    private final Duration beginning;
    private final Duration limit;
    private final Duration writing;
    private final Duration patience;
    private final byte[] content;
    private final CountDownLatch toEnd = new CountDownLatch(1);
    private EgressInfo info;
    private boolean dead;
    private @Nullable Instant over;

    StandInEgress(int number, EgressInfo info, EgressWebhooks webhooks, StandInStore store, RandomGenerator dice) {
        this.number = number;
        this.info = info;
        this.webhooks = webhooks;
        this.store = store;
        this.beginning = Dice.between(dice, 100, 700);
        this.limit = dice.nextInt(5) == 0 ? Dice.between(dice, 6_000, 20_000) : FOR_EVER;
        this.writing = Dice.between(dice, 50, 800);
        this.patience = Dice.between(dice, 2_000, 20_000);
        this.content = new byte[dice.nextInt(2_000, 20_000)];
        dice.nextBytes(content);
    }

    synchronized EgressInfo info() {
        return info;
    }

    /** Whether LiveKit knows nothing of it any more. */
    synchronized boolean forgotten() {
        return dead;
    }

    synchronized boolean running() {
        return !dead
                && switch (info.getStatus()) {
                    case EGRESS_STARTING, EGRESS_ACTIVE, EGRESS_ENDING -> true;
                    default -> false;
                };
    }

    /** The key of its file. */
    String key() {
        return info().getRoomComposite().getFileOutputs(0).getFilepath();
    }

    /** Whether it ended before it had recorded anything, so that another may take its place. */
    synchronized boolean aborted() {
        return info.getStatus() == EgressStatus.EGRESS_ABORTED;
    }

    /** When it ended or died, by our clock; null while it runs. */
    synchronized @Nullable Instant over() {
        return over;
    }

    /** How long its file is, once it is there. */
    long length() {
        return content.length;
    }

    void begin() {
        Thread.ofVirtual().start(this::live);
    }

    /** What StopEgress answers; null when it has ended already. */
    @Nullable
    EgressInfo stop() {
        synchronized (this) {
            var to = switch (info.getStatus()) {
                case EGRESS_STARTING -> EgressStatus.EGRESS_ABORTED;
                case EGRESS_ACTIVE -> EgressStatus.EGRESS_ENDING;
                default -> null;
            };
            if (to == null || !move(info.getStatus(), to)) {
                return null;
            }
        }
        toEnd.countDown();
        if (info().getStatus() == EgressStatus.EGRESS_ABORTED) {
            tell("egress_ended");
        }
        return info();
    }

    /** Dies; false when it had ended, or died, before. */
    boolean die(Manner manner) {
        if (!died(manner)) {
            return false;
        }
        toEnd.countDown();
        if (!forgotten()) {
            tell("egress_ended");
        }
        return true;
    }

    private synchronized boolean died(Manner manner) {
        if (!running()) {
            return false;
        }
        boolean died = switch (manner) {
            case FAILED -> move(info.getStatus(), EgressStatus.EGRESS_FAILED);
            case UNATTENDED -> info.getStatus() != EgressStatus.EGRESS_ENDING && gaveUp();
            case VANISHED -> dead = true;
            case VANISHED_AFTER_UPLOAD -> uploaded() && (dead = true);
        };
        if (dead) {
            over = ourTime();
        }
        return died;
    }

    /** As an egress does that waits for a minute and sees nothing to record. */
    private boolean gaveUp() {
        boolean moved = move(info.getStatus(), EgressStatus.EGRESS_ABORTED);
        info = info.toBuilder().setError("Start signal not received").build();
        return moved;
    }

    private void live() {
        tell("egress_started");
        Loopback.pause(beginning);
        if (!move(EgressStatus.EGRESS_STARTING, EgressStatus.EGRESS_ACTIVE)) {
            return;
        }
        tell("egress_updated");
        boolean asked = stopped();
        if (!asked && !move(EgressStatus.EGRESS_ACTIVE, EgressStatus.EGRESS_ENDING) || !running()) {
            return;
        }
        tell("egress_updated");
        Loopback.pause(writing);
        end(asked ? EgressStatus.EGRESS_COMPLETE : EgressStatus.EGRESS_LIMIT_REACHED);
    }

    private boolean stopped() {
        try {
            return toEnd.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end(EgressStatus good) {
        long tries = patience.dividedBy(BETWEEN_UPLOADS);
        for (long i = 0; i < tries && running(); i++) {
            if (ended(good)) {
                tell("egress_ended");
                return;
            }
            Loopback.pause(BETWEEN_UPLOADS);
        }
        if (move(EgressStatus.EGRESS_ENDING, EgressStatus.EGRESS_FAILED)) {
            tell("egress_ended");
        }
    }

    private synchronized boolean ended(EgressStatus good) {
        return running() && uploaded() && move(EgressStatus.EGRESS_ENDING, good);
    }

    private boolean uploaded() {
        try {
            store.put(key(), content);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private synchronized boolean move(EgressStatus from, EgressStatus to) {
        if (dead || info.getStatus() != from) {
            return false;
        }
        var next = info.toBuilder().setStatus(to);
        switch (to) {
            case EGRESS_ACTIVE -> next.setStartedAt(nanos());
            case EGRESS_FAILED -> next.setEndedAt(nanos()).setError("the drill wanted it");
            case EGRESS_ABORTED -> next.setEndedAt(nanos());
            case EGRESS_COMPLETE, EGRESS_LIMIT_REACHED ->
                next.setEndedAt(nanos())
                        .addFileResults(FileInfo.newBuilder()
                                .setFilename(key())
                                .setStartedAt(info.getStartedAt())
                                .setEndedAt(nanos())
                                .setSize(content.length));
            default -> {}
        }
        info = next.build();
        if (!running()) {
            over = ourTime();
        }
        return true;
    }

    private static Instant ourTime() {
        return Clock.systemUTC().instant();
    }

    private long nanos() {
        Instant now = webhooks.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private void tell(String event) {
        webhooks.tell(event, info(), number);
    }
}
