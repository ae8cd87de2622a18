package io.causerie.drill;

import io.causerie.drill.StandInMail.Received;
import io.causerie.drill.Witnesses.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Draws up the account from what the witnesses say. */
final class Audit {

    private static final Duration MOMENT = Duration.ofSeconds(5);

    /** Causes of what the answer to a stop has settled. */
    private static final Set<String> BY_A_STOP = Set.of("requested", "stop_failed");

    private final Stage stage;
    private final Witnesses witnesses;
    private final List<Told> recordings;
    private final Map<String, List<StandInEgress>> egresses;
    private final Map<String, List<Received>> mails;
    private final Map<String, Long> files;

    Audit(Stage stage) {
        this.stage = stage;
        this.witnesses = new Witnesses(stage);
        this.recordings = witnesses.recordings();
        this.egresses = witnesses.egresses();
        this.mails = witnesses.mails();
        this.files = witnesses.files();
    }

    /** {@code blocked}: rooms that were tried, and refused. */
    DrillAccount account(List<Person> people, Tally tally, List<String> blocked) {
        var playable = of(it -> it.is(Witnesses.PLAYABLE));
        var explained = of(it -> it.is(Witnesses.EXPLAINED));
        return new DrillAccount(
                recordings.size(),
                playable.size(),
                reasons(explained),
                ids(it -> it.is(Witnesses.DELETED)).size(),
                ids(it -> it.status() != null && !it.is(Witnesses.SETTLED)),
                ids(it -> it.status() == null),
                witnesses.unwatchable(playable, people),
                ids(it -> it.is(Witnesses.EXPLAINED) && it.cause().isEmpty()),
                // whoever was told that it did not start has nothing to wait for: its file goes when they delete it
                ids(it -> it.is(Set.of("aborted", "failed_to_stop")) && files.containsKey(it.key())),
                List.copyOf(witnesses.remains()),
                unmailed(playable),
                overmailed(playable, tally.doomed),
                stage.mail().received().size(),
                repeated(),
                unknown(),
                doubled(),
                strays(),
                blocked,
                stage.livekit().shownAsRecorded(),
                settling(),
                tally);
    }

    /** What was settled by the answer to a stop waited for nobody, and is left out. */
    private Settling settling() {
        var settling = new Settling(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var settled = witnesses.settled();
        for (var recording : recordings) {
            var at = settled.get(recording.id());
            if (at != null && !BY_A_STOP.contains(recording.cause())) {
                last(recording).ifPresent(egress -> group(settling, egress).add(sinceOver(egress, at)));
            }
        }
        return settling;
    }

    private List<Duration> group(Settling settling, StandInEgress egress) {
        if (witnesses.told(egress, files.containsKey(egress.key()))) {
            return settling.told();
        }
        return egress.forgotten() ? settling.vanished() : settling.untold();
    }

    private static Duration sinceOver(StandInEgress egress, Instant at) {
        var took = Duration.between(egress.over(), at);
        return took.isNegative() ? Duration.ZERO : took;
    }

    /** The egress that ended last, of those that recorded it. */
    private Optional<StandInEgress> last(Told recording) {
        return egresses.getOrDefault(recording.key(), List.of()).stream()
                .filter(it -> it.over() != null)
                .max(Comparator.comparing(it -> Objects.requireNonNull(it.over())));
    }

    private List<Told> of(Predicate<Told> which) {
        return recordings.stream().filter(which).toList();
    }

    private List<String> ids(Predicate<Told> which) {
        return recordings.stream().filter(which).map(Told::id).toList();
    }

    private static Map<String, Long> reasons(List<Told> explained) {
        return explained.stream()
                .collect(Collectors.groupingBy(
                        it -> it.status() + ": " + it.cause(), TreeMap::new, Collectors.counting()));
    }

    private List<String> unmailed(List<Told> playable) {
        return playable.stream()
                .filter(it -> it.owners().isEmpty()
                        || it.owners().stream().anyMatch(owner -> !mails.containsKey(it.id() + " " + owner)))
                .map(Told::id)
                .toList();
    }

    /** Also mails of what is not playable, or to somebody who owns it not. */
    private List<String> overmailed(List<Told> playable, Map<String, String> ownersOfDeleted) {
        var due = new HashSet<String>();
        playable.forEach(it -> it.owners().forEach(owner -> due.add(it.id() + " " + owner)));
        of(it -> it.is(Witnesses.DELETED) && it.wasSaved())
                .forEach(it -> due.add(it.id() + " " + ownersOfDeleted.get(it.id())));
        var wrong = new ArrayList<String>();
        mails.forEach((what, received) -> {
            long different =
                    received.stream().map(Received::messageId).distinct().count();
            if (different > 1 || !due.contains(what) || unexcused(received)) {
                wrong.add(received.getFirst().recording());
            }
        });
        return wrong;
    }

    /** Whether it came again though no server was killed in the moment after it was taken, before that could be noted. */
    private boolean unexcused(List<Received> copies) {
        var last = copies.stream().mapToLong(Received::at).max().orElse(0);
        return copies.stream()
                .mapToLong(Received::at)
                .filter(it -> it != last)
                .anyMatch(it ->
                        stage.server().kills().stream().noneMatch(kill -> kill >= it && kill - it < MOMENT.toNanos()));
    }

    private int repeated() {
        return mails.values().stream()
                .mapToInt(it -> it.size()
                        - (int) it.stream().map(Received::messageId).distinct().count())
                .sum();
    }

    private List<String> unknown() {
        var known = recordings.stream().map(Told::key).collect(Collectors.toSet());
        var unknown = new ArrayList<>(egresses.keySet());
        unknown.addAll(files.keySet());
        unknown.removeIf(known::contains);
        return unknown.stream().distinct().toList();
    }

    private List<String> doubled() {
        return egresses.entrySet().stream()
                .filter(it -> it.getValue().stream()
                                .filter(egress -> !egress.aborted())
                                .count()
                        > 1)
                .map(it -> it.getKey().replaceFirst("^recordings/(.*)\\.mp4$", "$1"))
                .toList();
    }

    private List<String> strays() {
        return stage.livekit().egresses().stream()
                .filter(StandInEgress::running)
                .map(it -> it.info().getEgressId())
                .toList();
    }
}
