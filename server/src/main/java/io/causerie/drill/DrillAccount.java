package io.causerie.drill;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of the recordings of a drill, as independent witnesses tell. Lists hold ids of recordings, and are empty when all is well.
 *
 * @param explained how many have nothing to watch, by status and reason
 * @param deleted how many people deleted
 * @param inFlight not settled
 * @param lost started, and nobody knows what became of them
 * @param unwatchable said to be playable, but their file is not there whole
 * @param unexplained nothing to watch, and no reason given
 * @param forgotten nothing to watch though a whole file is there, and nobody was told that they failed
 * @param remains deleted, but something of them is left in the store
 * @param unmailed an owner got no mail
 * @param overmailed an owner got several different mails, or one too early or of something else
 * @param repeated mails that came again with the same Message-ID, which a crash may cause
 * @param unknown recorded by an egress though the database never heard of them
 * @param doubled recorded by two egresses
 * @param strays egresses nobody waits for
 * @param blocked rooms in which nothing can be recorded any more
 * @param signs rooms that still tell people that they are recorded
 * @param settling how long recordings took to settle
 */
record DrillAccount(
        int started,
        int playable,
        Map<String, Long> explained,
        int deleted,
        List<String> inFlight,
        List<String> lost,
        List<String> unwatchable,
        List<String> unexplained,
        List<String> forgotten,
        List<String> remains,
        List<String> unmailed,
        List<String> overmailed,
        int mails,
        int repeated,
        List<String> unknown,
        List<String> doubled,
        List<String> strays,
        List<String> blocked,
        long signs,
        Settling settling,
        Tally tally) {

    /** One thing that must be so. */
    record Check(String fact, List<String> against) {
        boolean holds() {
            return against.isEmpty();
        }
    }

    List<Check> checks() {
        return List.of(
                new Check("every recording that was started is known", missing()),
                new Check("none is in flight", inFlight),
                new Check("none is lost", lost),
                new Check("every playable one can be watched whole by its owner", unwatchable),
                new Check("every other one is explained", unexplained),
                new Check("no whole file is forgotten", forgotten),
                new Check("nothing is left of a deleted one", left()),
                new Check("every owner got a mail", unmailed),
                new Check("no owner got two", overmailed),
                new Check("none was recorded twice", doubled),
                new Check("no egress strays", strays),
                new Check("no room is blocked", blocked),
                new Check("no room tells that it is recorded", count(signs, "rooms")),
                new Check("the server answered as it should", count(tally.strange.get(), "strange answers")),
                new Check("enough was recorded to mean something", tooFew()));
    }

    boolean balances() {
        return checks().stream().allMatch(Check::holds);
    }

    long explainedInAll() {
        return explained.values().stream().mapToLong(it -> it).sum();
    }

    private List<String> missing() {
        return started < tally.started.get() ? List.of(tally.started.get() + " were promised") : unknown;
    }

    private List<String> left() {
        return deleted < tally.deleted.get() ? List.of(tally.deleted.get() + " were promised to be gone") : remains;
    }

    private List<String> tooFew() {
        return playable < 10 ? List.of("only " + playable + " playable") : List.of();
    }

    private static List<String> count(long number, String what) {
        return number == 0 ? List.of() : List.of(number + " " + what);
    }

    /** The table a person reads. */
    String table() {
        var reasons = explained.entrySet().stream()
                .map(it -> "    %6d  %s%n".formatted(it.getValue(), it.getKey()))
                .collect(Collectors.joining());
        var verdicts = checks().stream()
                .map(it -> "  %s %s%s%n"
                        .formatted(
                                it.holds() ? "✓" : "✗",
                                it.fact(),
                                it.holds() ? "" : ": " + it.against().size() + " not, " + some(it.against())))
                .collect(Collectors.joining());
        return """
                  started     %6d  (people were told of %d; two at once %d)
                  = playable  %6d
                  + explained %6d
                %s  + deleted   %6d
                  + in flight %6d
                  mails       %6d  (%d of them repeated by a crash)
                  strays      %6d
                  blocked     %6d
                %s%s""".formatted(
                        started,
                        tally.started.get(),
                        tally.twice.get(),
                        playable,
                        explainedInAll(),
                        reasons,
                        deleted,
                        inFlight.size(),
                        mails,
                        repeated,
                        strays.size(),
                        blocked.size(),
                        settling.table(),
                        verdicts);
    }

    private static String some(List<String> all) {
        return all.stream().limit(3).collect(Collectors.joining(", "));
    }
}
