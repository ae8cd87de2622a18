package io.causerie.recordings;

import io.causerie.recordings.AccountRepository.Effect;
import io.causerie.recordings.AccountRepository.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The account of recordings and of what follows from them, as numbers: drawn up by three statements when somebody reads them, and good for some seconds.
 * Unknown ({@code NaN}) while the database does not answer.
 */
@Component
class RecordingMeters implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(RecordingMeters.class);
    private static final Duration GOOD = Duration.ofSeconds(10);
    private static final List<String> EFFECTS =
            List.of("recording_ready", "summary", "expires_7", "expires_1", "deletion");

    private final AccountRepository repository;
    private final Clock clock;
    private @Nullable Numbers numbers;

    RecordingMeters(AccountRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** What was counted, and when; null parts were not told. */
    private record Numbers(Instant at, @Nullable Account account, List<State> states, List<Effect> effects) {

        double of(RecordingStatus status) {
            return states.stream()
                    .filter(it -> it.status() == status)
                    .mapToLong(State::count)
                    .sum();
        }

        double oldestInFlight() {
            return states.stream()
                    .filter(it -> it.status().inFlight())
                    .map(State::oldest)
                    .min(Comparator.naturalOrder())
                    .map(this::secondsSince)
                    .orElse(0.0);
        }

        double outstanding(String kind) {
            return of(kind).mapToLong(Effect::outstanding).sum();
        }

        double givenUp(String kind) {
            return of(kind).mapToLong(Effect::givenUp).sum();
        }

        double oldest(String kind) {
            return of(kind).map(Effect::oldest)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(this::secondsSince)
                    .orElse(0.0);
        }

        private Stream<Effect> of(String kind) {
            return effects.stream().filter(it -> it.kind().equals(kind));
        }

        private double secondsSince(Instant instant) {
            return Math.max(0, Duration.between(instant, at).toMillis() / 1000.0);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var status : RecordingStatus.values()) {
            gauge(
                    registry,
                    "causerie.recordings",
                    "Recordings by state",
                    Tags.of("state", status.wire()),
                    it -> it.of(status));
        }
        account(registry, "started", Account::started);
        account(registry, "playable", Account::playable);
        account(registry, "explained", Account::explained);
        account(registry, "deleted", Account::deleted);
        account(registry, "in_flight", Account::inFlight);
        known(
                registry,
                "causerie.recordings.lost",
                "Started, and nobody knows what became of them: must be 0",
                Tags.empty(),
                Account::lost);
        known(
                registry,
                "causerie.recordings.overdue",
                "In flight for longer than anything takes",
                Tags.empty(),
                Account::overdue);
        gauge(
                registry,
                "causerie.recordings.oldest.in.flight.seconds",
                "Age of the oldest recording in flight",
                Tags.empty(),
                Numbers::oldestInFlight);
        for (var kind : EFFECTS) {
            var tags = Tags.of("effect", kind);
            gauge(
                    registry,
                    "causerie.effects.outstanding",
                    "Mails, hand-overs and deletions to be done",
                    tags,
                    it -> it.outstanding(kind));
            gauge(
                    registry,
                    "causerie.effects.oldest.seconds",
                    "Age of the oldest of them",
                    tags,
                    it -> it.oldest(kind));
            gauge(
                    registry,
                    "causerie.effects.given.up",
                    "Tried in vain; an operator may have them tried again",
                    tags,
                    it -> it.givenUp(kind));
        }
    }

    private void account(MeterRegistry registry, String part, ToDoubleFunction<Account> value) {
        known(
                registry,
                "causerie.recordings.account",
                "started = playable + explained + deleted + in_flight",
                Tags.of("part", part),
                value);
    }

    private void known(MeterRegistry registry, String name, String what, Tags tags, ToDoubleFunction<Account> value) {
        gauge(registry, name, what, tags, it -> value.applyAsDouble(Objects.requireNonNull(it.account())));
    }

    private void gauge(MeterRegistry registry, String name, String what, Tags tags, ToDoubleFunction<Numbers> value) {
        Gauge.builder(name, this, it -> it.read(value))
                .tags(tags)
                .description(what)
                .register(registry);
    }

    private double read(ToDoubleFunction<Numbers> value) {
        var now = numbers();
        return now.account() == null ? Double.NaN : value.applyAsDouble(now);
    }

    private synchronized Numbers numbers() {
        var now = clock.instant();
        if (numbers == null
                || numbers.at().plus(GOOD).isBefore(now)
                || numbers.at().isAfter(now)) {
            numbers = count(now);
        }
        return numbers;
    }

    private Numbers count(Instant now) {
        try {
            return new Numbers(now, repository.account(), repository.states(), repository.effects());
        } catch (RuntimeException e) {
            log.warn("recordings cannot be counted now: {}", e.getMessage());
            return new Numbers(now, null, List.of(), List.of());
        }
    }
}
