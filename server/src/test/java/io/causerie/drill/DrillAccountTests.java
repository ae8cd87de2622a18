package io.causerie.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillAccountTests {

    private static final List<String> NONE = List.of();
    private static final List<String> ONE = List.of("9b1c");

    private static final Settling SETTLING = new Settling(
            List.of(Duration.ofMillis(400), Duration.ofSeconds(9), Duration.ofSeconds(1)),
            List.of(Duration.ofSeconds(12)),
            List.of());

    @TempDir
    Path folder;

    @Test
    void balancesWhenNothingStandsAgainstIt() {
        var account = account(20, NONE, NONE, NONE, new Tally());
        assertThat(account.balances()).isTrue();
        assertThat(account.table())
                .contains("playable      20", "3  failed_to_start: no_answer")
                .doesNotContain("✗");
    }

    /** However long it took: kills and outages are in it. */
    @Test
    void tellsHowLongRecordingsTookToSettle() {
        assertThat(account(20, NONE, NONE, NONE, new Tally()).table())
                .contains(
                        "its end was told              1.0 s median,    9.0 s slowest of 3",
                        "its end was told by nobody   12.0 s median,   12.0 s slowest of 1",
                        "it vanished                none");
    }

    @Test
    void doesNotBalanceWithOneMailTooManyOneStrayOrOneBlockedRoom() {
        assertThat(account(20, ONE, NONE, NONE, new Tally()).balances()).isFalse();
        assertThat(account(20, NONE, ONE, NONE, new Tally()).balances()).isFalse();
        assertThat(account(20, NONE, NONE, ONE, new Tally()).balances()).isFalse();
        assertThat(account(20, NONE, NONE, ONE, new Tally()).table()).contains("✗ no room is blocked: 1 not, 9b1c");
    }

    @Test
    void doesNotBalanceWhenPeopleWerePromisedMoreThanIsKnown() {
        var tally = new Tally();
        tally.started.set(26);
        assertThat(account(20, NONE, NONE, NONE, tally).balances()).isFalse();
    }

    @Test
    void doesNotBalanceWhenSomethingIsLeftOfADeletedOneOrItIsNotGone() {
        assertThat(account(20, NONE, NONE, NONE, new Tally()).table()).contains("+ deleted        2");
        assertThat(account(20, ONE, NONE, NONE, NONE, new Tally()).balances()).isFalse();
        var tally = new Tally();
        tally.deleted.set(3);
        assertThat(account(20, NONE, NONE, NONE, tally).balances()).isFalse();
    }

    @Test
    void doesNotBalanceWhenHardlyAnythingWasRecorded() {
        assertThat(account(9, NONE, NONE, NONE, new Tally()).balances()).isFalse();
    }

    @Test
    void aReportHasATestForEachFact() throws IOException {
        var account = account(20, NONE, ONE, NONE, new Tally());
        var file = folder.resolve("new/drill.xml");
        DrillReport.write(file, account.checks());
        assertThat(Files.readString(file).split("<testcase", -1))
                .hasSize(account.checks().size() + 1);
        assertThat(Files.readString(file).split("<failure", -1)).hasSize(2);
    }

    private static DrillAccount account(
            int playable, List<String> overmailed, List<String> strays, List<String> blocked, Tally tally) {
        return account(playable, NONE, overmailed, strays, blocked, tally);
    }

    private static DrillAccount account(
            int playable,
            List<String> remains,
            List<String> overmailed,
            List<String> strays,
            List<String> blocked,
            Tally tally) {
        return new DrillAccount(
                playable + 5,
                playable,
                Map.of("failed_to_start: no_answer", 3L),
                2,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                remains,
                NONE,
                overmailed,
                playable,
                0,
                NONE,
                NONE,
                strays,
                blocked,
                0,
                SETTLING,
                tally);
    }
}
