package io.causerie.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who can tell what became of the recordings, each by itself: database, store, LiveKit, mail server, and the server's own gateway. */
final class Witnesses {

    static final Set<String> PLAYABLE = Set.of("saved", "notification_succeeded");
    static final Set<String> EXPLAINED = Set.of("aborted", "failed_to_start", "failed_to_stop");
    static final Set<String> DELETED = Set.of("deleted");
    static final Set<String> SETTLED =
            Stream.of(PLAYABLE, EXPLAINED, DELETED).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private static final String RECORDINGS = """
            select s.id, coalesce(r.status, (select e.kind from causerie.recording_event e
                    where e.recording_id = s.id and e.kind = 'deleted' limit 1)) as status,
                exists (select from causerie.recording_event e where e.recording_id = s.id and e.kind = 'saved') as was_saved,
                coalesce((select e.details ->> 'cause' from causerie.recording_event e
                    where e.recording_id = s.id and e.kind = r.status order by e.id desc limit 1), '') as cause,
                coalesce((select string_agg(u.email, ' ') from public.meet_recording_access a
                    join public.meet_user u on u.id = a.user_id
                    where a.recording_id = s.id and a.role = 'owner'), '') as owners
            from (select recording_id as id from causerie.recording_event where kind = 'initiated'
                union select id from public.meet_recording) s
            left join public.meet_recording r on r.id = s.id order by s.id""";

    private static final String SETTLED_AT = """
            select r.id, max(e.written_at) as at from public.meet_recording r
            join causerie.recording_event e on e.recording_id = r.id
                and e.kind = case r.status when 'notification_succeeded' then 'saved' else r.status end
            where r.status in ('saved', 'notification_succeeded', 'aborted', 'failed_to_stop') group by r.id""";

    /** Of what may still come, it confirms nothing before a day is over. */
    private static final String UNCONFIRMED = """
            select recording_id from causerie.recording_receipt where confirmed_at is null and late_until is null""";

    private static final String TIMELINE = """
            select to_char(at, 'HH24:MI:SS.MS') || ' ' || kind || ' ' || details from causerie.recording_event
            where recording_id = '%s' order by id""";

    private final Stage stage;

    Witnesses(Stage stage) {
        this.stage = stage;
    }

    /**
     * A recording as the database tells of it.
     *
     * @param status null when its row is gone, and nobody deleted it
     * @param wasSaved whether it could ever be watched
     * @param cause of its last change
     * @param owners their e-mails
     */
    record Told(String id, @Nullable String status, boolean wasSaved, String cause, List<String> owners) {

        String key() {
            return "recordings/" + id + ".mp4";
        }

        boolean is(Set<String> statuses) {
            return status != null && statuses.contains(status);
        }
    }

    List<Told> recordings() {
        return stage.database()
                .ask(
                        RECORDINGS,
                        row -> new Told(
                                row.getString("id"),
                                row.getString("status"),
                                row.getBoolean("was_saved"),
                                row.getString("cause"),
                                row.getString("owners").isEmpty()
                                        ? List.of()
                                        : List.of(row.getString("owners").split(" "))));
    }

    /** When recordings that an egress had begun came to where they are, by the database's clock, which is ours. */
    Map<String, Instant> settled() {
        var settled = new TreeMap<String, Instant>();
        stage.database()
                .ask(
                        SETTLED_AT,
                        row -> settled.put(
                                row.getString("id"), row.getTimestamp("at").toInstant()));
        return settled;
    }

    /** Whether the server heard of the end of that egress from whoever completes recordings; {@code uploaded}: its file is there. */
    boolean told(StandInEgress egress, boolean uploaded) {
        return stage.courier()
                .told(
                        stage.storeTells() && uploaded
                                ? "notice " + egress.key()
                                : "egress_ended " + egress.info().getEgressId());
    }

    /** What the ledger says happened to it, line by line. */
    List<String> timeline(String recording) {
        return stage.database().ask(TIMELINE.formatted(recording), row -> row.getString(1));
    }

    /** Egresses by the key of their file. */
    Map<String, List<StandInEgress>> egresses() {
        return stage.livekit().egresses().stream().collect(Collectors.groupingBy(StandInEgress::key));
    }

    Map<String, Long> files() {
        return stage.store().objects();
    }

    /** Mails by recording and recipient. */
    Map<String, List<StandInMail.Received>> mails() {
        return stage.mail().received().stream()
                .collect(Collectors.groupingBy(it -> it.recording() + " " + it.recipient()));
    }

    /** What is still on its way to an end, by name; empty when all is settled. */
    Map<String, Long> unsettled() {
        var open = new TreeMap<String, Long>();
        var files = files();
        open.put("recordings in flight", stage.database().count("""
                select count(*) from public.meet_recording where status in ('initiated', 'active', 'stopped')"""));
        open.put("mails", stage.database().count("""
                select count(*) from causerie.notification where state in ('queued', 'sending')"""));
        open.put(
                "egresses running",
                stage.livekit().egresses().stream()
                        .filter(StandInEgress::running)
                        .count());
        open.put(
                "good files of what was given up",
                recordings().stream()
                        .filter(it -> it.is(Set.of("failed_to_stop", "aborted")) && files.containsKey(it.key()))
                        .count());
        open.put("remains of deleted ones", (long) remains().size());
        open.values().removeIf(it -> it == 0);
        return open;
    }

    /** Ids of deleted recordings of which the store holds something, or has not confirmed that it holds nothing. */
    Set<String> remains() {
        var files = files();
        var remains = new TreeSet<>(stage.database().ask(UNCONFIRMED, row -> row.getString(1)));
        recordings().stream()
                .filter(it -> it.is(DELETED) && files.containsKey(it.key()))
                .forEach(it -> remains.add(it.id()));
        return remains;
    }

    /** Ids of those whose file the server does not send whole to their owner. */
    List<String> unwatchable(List<Told> playable, List<Person> people) {
        var byEmail = people.stream().collect(Collectors.toMap(Person::email, Function.identity()));
        var egresses = egresses();
        var files = files();
        var faults = new ArrayList<String>();
        for (var recording : playable) {
            long length = files.getOrDefault(recording.key(), -2L);
            boolean whole =
                    egresses.getOrDefault(recording.key(), List.of()).stream().anyMatch(it -> it.length() == length);
            boolean sent = recording.owners().stream()
                    .map(byEmail::get)
                    .anyMatch(it -> it != null && it.watch("/media/" + recording.key()) == length);
            if (!sent || !whole) {
                faults.add(recording.id());
            }
        }
        return faults;
    }
}
