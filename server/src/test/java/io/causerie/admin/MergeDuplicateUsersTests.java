package io.causerie.admin;

import static io.causerie.ReferenceSample.list;
import static io.causerie.ReferenceSample.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ReferenceSample;
import io.causerie.platform.Commands;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Contract 02, section 14.2, and the hazard of contract 01, section 21: no identity gets lost. */
class MergeDuplicateUsersTests {

    private static final String OLD = "00000000-0000-4000-8000-000000000007";
    private static final String KEPT = "00000000-0000-4000-8000-000000000008";
    private static final String INVITED = "00000000-0000-4000-8000-000000000009";

    private final String url = ReferenceSample.create();
    private final Commands commands = Commands.migrated(url);

    @Test
    void aDryRunTellsWhatWouldMoveAndChangesNothing() {
        var before = everything();
        var outcome = commands.run("merge_duplicate_users", "--dry-run");
        assertThat(outcome.lines())
                .startsWith(
                        "[DRY-RUN] No changes will be written.",
                        "[INFO] Found 1 email(s) with duplicate users.",
                        "[INFO] Email 'eve@example.org': 3 users — keeping " + KEPT
                                + " (created 2025-02-02 08:30:00+00:00).",
                        "stale: " + OLD + " (created 2025-02-01 08:30:00+00:00)",
                        "stale: " + INVITED + " (created 2025-02-03 08:30:00+00:00)",
                        "[DRY-RUN] Would migrate: 2 ResourceAccess, 2 RecordingAccess, 2 File(s).")
                .endsWith("[DONE] Merged 0 group(s), deleted 0 user(s).");
        assertThat(outcome.code()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theAccountSomebodySignedInToGetsEverythingAndKeepsItsIdentity() {
        var outcome = commands.run("merge_duplicate_users");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.lines()).endsWith("[DONE] Merged 1 group(s), deleted 2 user(s).");
        assertThat(list(url, "select id from meet_user where lower(email) = 'eve@example.org'"))
                .containsExactly(KEPT);
        assertThat(list(
                        url,
                        "select concat_ws(' ', sub, email, admin_email, is_staff, is_superuser, password, updated_at at time zone 'utc') from meet_user where id = '"
                                + KEPT + "'"))
                .containsExactly(
                        "sub-eve eve@example.org eve@example.org f f !Ek3Yp0QwErTyUiOpAsDfGhJkLzXcVbNm12345678 2025-02-02 08:30:00");
        // the stronger role stays
        assertThat(list(
                        url,
                        "select resource_id || ' ' || role from meet_resource_access where user_id = '" + KEPT
                                + "' order by 1"))
                .containsExactly(
                        "00000000-0000-4000-9000-000000000001 administrator",
                        "00000000-0000-4000-9000-000000000002 owner");
        assertThat(list(
                        url,
                        "select recording_id || ' ' || role from meet_recording_access where user_id = '" + KEPT
                                + "' order by 1"))
                .containsExactly(
                        "00000000-0000-4000-b000-000000000001 owner",
                        "00000000-0000-4000-b000-000000000003 administrator");
        assertThat(list(url, "select title from file where creator_id = '" + KEPT + "' order by 1"))
                .containsExactly("binned", "gone");
        assertThat(list(url, "select user_id from django_admin_log")).containsExactly(KEPT);
        assertThat(
                        list(
                                url,
                                "select user_id from meet_user_groups union all select user_id from meet_user_user_permissions"))
                .isEmpty();
        assertThat(outcome.out())
                .contains("[WARNING] " + OLD + " was staff")
                .contains("[WARNING] " + OLD + " had a sub of its own");
        assertThat(commands.run("merge_duplicate_users").lines())
                .containsExactly("[INFO] No duplicate users found. Nothing to do.");
    }

    @Test
    void theFilterIsATextAndNoPattern() {
        assertThat(commands.run("merge_duplicate_users", "--email-filter=E%@").lines())
                .containsExactly(
                        "[INFO] Filtering emails containing 'E%@'.", "[INFO] No duplicate users found. Nothing to do.");
        assertThat(commands.run("merge_duplicate_users", "--email-filter", "@EXAMPLE", "--dry-run")
                        .out())
                .contains("Found 1 email(s)");
    }

    @Test
    void aGroupThatFailsIsLeftAsItWasAndTheOthersGoOn() {
        run(url, """
                update meet_user set email = 'Ada@example.org' where id = '00000000-0000-4000-8000-000000000002';
                create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
                create trigger refuse before delete on meet_user for each row when (old.email ilike 'ada%') execute function refuse()""");
        var outcome = commands.run("merge_duplicate_users");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("[ERROR] Failed to merge 'ada@example.org': SQLSTATE P0001")
                .contains("CommandError: Failed to merge 1 email group(s): ada@example.org");
        assertThat(list(url, "select count(*) from meet_user where email ilike 'ada@example.org'"))
                .containsExactly("2");
        assertThat(list(url, "select count(*) from meet_user where email ilike 'eve@example.org'"))
                .containsExactly("1");
    }

    @Test
    void amongInvitedOnesTheNewestIsKept() {
        var old = twin(1, null);
        var recent = twin(2, "");
        assertThat(Twins.of("a@b.c", List.of(old, recent)).kept()).isEqualTo(recent);
        assertThat(Twins.of("a@b.c", List.of(twin(1, "one"), twin(2, "two"), recent))
                        .kept()
                        .sub())
                .isEqualTo("two");
    }

    private static Twin twin(int second, String sub) {
        return new Twin(UUID.randomUUID(), Instant.ofEpochSecond(second), sub, null, "!", false);
    }

    private List<String> everything() {
        return list(url, """
                select relname || ' ' || query_to_xml('select * from public.' || relname || ' order by 1', true, true, '')::text
                from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1""");
    }
}
