package io.causerie.platform;

import static io.causerie.ReferenceSample.list;
import static io.causerie.ReferenceSample.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ReferenceSample;
import io.causerie.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract 02, section 14: names, options, texts and exit codes; what is the same for all commands. */
class CommandRunTests {

    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:9/nowhere";

    @Test
    void everythingElseStartsTheServer() {
        assertThat(CommandRun.isMeant()).isFalse();
        assertThat(CommandRun.isMeant("--server.port=0")).isFalse();
        assertThat(CommandRun.isMeant("migrate")).isTrue();
        assertThat(CommandRun.isMeant("--help")).isTrue();
    }

    @Test
    void helpNamesEveryCommandAndNeedsNoSettings() {
        var help = Commands.on(NOWHERE).run("help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains(
                        "migrate",
                        "check",
                        "createsuperuser",
                        "changepassword",
                        "merge_duplicate_users",
                        "clean_pending_files")
                .contains("purge_deleted_files", "create_demo", "clearsessions", "sendtestemail");
        assertThat(Commands.on(NOWHERE).run("clean_pending_files", "--help").out())
                .contains("--hours=N", "--dry-run");
    }

    @Test
    void aWrongOptionPrintsTheUsageAndEndsWithTwo() {
        for (var wrong : List.of(
                List.of("clean_pending_files", "--days=3"),
                List.of("clean_pending_files", "--hours=soon"),
                List.of("createsuperuser"),
                List.of("changepassword"),
                List.of("sendtestemail"))) {
            var outcome = Commands.on(NOWHERE).run(wrong.toArray(String[]::new));
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).contains("Usage: ").contains("error: ");
            assertThat(outcome.out()).isEmpty();
        }
    }

    @Test
    void anUnknownCommandIsAnError() {
        var outcome = Commands.on(NOWHERE).run("collectstatic");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("Unknown command: 'collectstatic'");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldWithoutItsAddress() {
        var outcome =
                Commands.on(NOWHERE + "?password=secret", "DB_PASSWORD=secret").run("check");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("CommandError: The database does not answer.")
                .doesNotContain("secret", "nowhere");
    }

    @Test
    void faultsInTheSettingsAreToldAllAtOnce() {
        var outcome =
                Commands.on(NOWHERE, "DB_PORT=many", "SESSION_COOKIE_AGE=long").run("check");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DB_PORT", "SESSION_COOKIE_AGE");
    }

    @Test
    void migratePreparesAnEmptyDatabaseAndThenFindsNothingToDo() {
        var url = TestDatabase.create();
        assertThat(Commands.on(url).run("check").out()).contains("no issues").contains("empty");
        var first = Commands.on(url).run("migrate", "--no-input");
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("Applied");
        assertThat(Commands.on(url).run("migrate").out()).contains("No migrations to apply.");
        assertThat(Commands.on(url).run("check", "--database", "default").lines())
                .containsExactly("System check identified no issues (0 silenced).");
        assertThat(list(url, "select count(*) from django_migrations")).containsExactly("44");
    }

    @Test
    void migrateRefusesWhatTheServerWouldRefuse() {
        var url = ReferenceSample.schema(it -> !it.startsWith("core.0022"));
        var outcome = Commands.on(url).run("migrate");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("CommandError: The database is at core.0021_recording");
        assertThat(Commands.on(url).run("clearsessions").code()).isEqualTo(1);
        assertThat(Commands.on(url).run("check").code()).isZero();
    }

    @Test
    void checkKnowsOneDatabaseOnly() {
        assertThat(Commands.on(TestDatabase.create())
                        .run("check", "--database=replica")
                        .err())
                .contains("CommandError: The connection 'replica' doesn't exist.");
    }

    @Test
    void workOnADatabaseThatWasNotPreparedIsRefused() {
        var url = TestDatabase.create();
        var outcome = Commands.on(url).run("create_demo", "--force");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("run the command migrate first");
        assertThat(list(url, "select relname from pg_class where relname = 'meet_user'"))
                .isEmpty();
        run(url, "select 1");
    }
}
