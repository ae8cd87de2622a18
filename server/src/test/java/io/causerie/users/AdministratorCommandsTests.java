package io.causerie.users;

import static io.causerie.ReferenceSample.list;
import static io.causerie.ReferenceSample.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.causerie.ReferenceSample;
import io.causerie.platform.Commands;
import io.causerie.platform.Passwords;
import org.junit.jupiter.api.Test;

/** Contract 02, sections 14.1, 14.5 and 14.6. */
class AdministratorCommandsTests {

    private final String url = ReferenceSample.create();
    private final Commands commands = Commands.migrated(url);

    @Test
    void anAdministratorIsMadeOnceAndKeptUpToDate() {
        assertThat(commands.run("createsuperuser", "--email=ops@example.org", "--password=@first")
                        .lines())
                .containsExactly("Superuser created successfully.");
        assertThat(Passwords.matches("@first", password("ops@example.org"))).isTrue();
        assertThat(
                        list(
                                url,
                                "select concat_ws(' ', is_staff, is_superuser, is_active, sub, email) from meet_user where admin_email = 'ops@example.org'"))
                .containsExactly("t t t");
        assertThat(commands.run("createsuperuser", "--email", "ops@example.org").lines())
                .containsExactly("Superuser already exists.");
        assertThat(password("ops@example.org")).matches("![A-Za-z0-9]{40}");
        assertThat(commands.run("createsuperuser", "--email", "eve@example.org", "--password", "p")
                        .lines())
                .containsExactly("User already existed and was upgraded to superuser.");
        assertThat(list(url, "select sub from meet_user where is_superuser and sub is not null"))
                .containsExactly("sub-eve-old");
    }

    @Test
    void anEMailIsNeededAndMustBeOne() {
        assertThat(commands.run("createsuperuser").code()).isEqualTo(2);
        for (var wrong : new String[] {"", "ops", "ops@nowhere"}) {
            var outcome = commands.run("createsuperuser", "--email=" + wrong, "--password=p");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).contains("CommandError: Enter a valid email address.");
        }
        assertThat(commands.run("createsuperuser", "--email=root@example.org", "--password=")
                        .err())
                .contains("The password is empty");
        assertThat(password("root@example.org")).startsWith("pbkdf2_sha256$1000000$Ab3d");
    }

    @Test
    void aPasswordIsChangedOrMade() {
        assertThat(commands.run("changepassword", "root@example.org", "--password", "next")
                        .lines())
                .containsExactly("Password changed successfully for user 'root@example.org'");
        assertThat(Passwords.matches("next", password("root@example.org"))).isTrue();
        var made = commands.run("changepassword", "root@example.org")
                .lines()
                .getLast()
                .replace("The new password is ", "");
        assertThat(Passwords.matches(made, password("root@example.org"))).isTrue();
        assertThat(commands.run("changepassword", "ROOT@example.org").err())
                .contains("CommandError: user 'ROOT@example.org' does not exist");
    }

    @Test
    void aDemonstrationNeedsForceOutsideDevelopmentAndMayBeRepeated() {
        var refused = commands.run("create_demo");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "CommandError: This command is not meant to be used in production environment except you know what you"
                                + " are doing, if so use --force parameter");
        assertThat(commands.run("create_demo", "-f").lines()).containsExactly("Created 100 demo user(s).");
        assertThat(list(url, """
                select count(*) || ' ' || count(distinct language) || ' ' || bool_and(is_active and not is_staff and sub is null and password = '!')
                from meet_user where email like 'user%@example.com' and admin_email = email""")).containsExactly("100 4 true");
        assertThat(Commands.on(url, "DJANGO_CONFIGURATION=Development")
                        .run("create_demo")
                        .lines())
                .containsExactly("Created 0 demo user(s).");
    }

    @Test
    void expiredSessionsGo() {
        run(url, """
                insert into causerie.session (key_hash, data, expires_at)
                values ('\\x01', '{}', now() - interval '1 minute'), ('\\x02', '{}', now() + interval '1 hour')""");
        assertThat(commands.run("clearsessions", "--dry-run").lines())
                .containsExactly("[DRY-RUN] Would remove 2 expired session(s).");
        assertThat(commands.run("clearsessions").lines()).containsExactly("Removed 2 expired session(s).");
        assertThat(list(url, "select session_key from django_session"))
                .containsExactly("zbcdefghijklmnopqrstuvwxyz012345");
        assertThat(list(url, "select count(*) from causerie.session")).containsExactly("1");
    }

    private String password(String adminEmail) {
        return list(url, "select password from meet_user where admin_email = '" + adminEmail + "'")
                .getFirst();
    }
}
