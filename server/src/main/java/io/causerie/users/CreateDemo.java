package io.causerie.users;

import io.causerie.platform.CauserieProperties;
import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code create_demo}: a hundred people who cannot sign in by password; those who are there already stay as they are (contract 02, section 14.5). */
@CommandPart("create_demo")
class CreateDemo implements Command {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CauserieProperties causerie;
    private final UserProperties users;

    CreateDemo(JdbcClient jdbc, Clock clock, CauserieProperties causerie, UserProperties users) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.causerie = causerie;
        this.users = users;
    }

    @Override
    public void run(Options options, Console console) {
        if (!options.has("--force") && !causerie.development()) {
            throw new CommandError(
                    "This command is not meant to be used in production environment except you know what you are"
                            + " doing, if so use --force parameter");
        }
        if (options.has("--dry-run")) {
            console.say("[DRY-RUN] Would create " + missing() + " demo user(s).");
            return;
        }
        int created = jdbc.sql("""
                        insert into public.meet_user (id, created_at, updated_at, password, last_login, sub, email, admin_email, full_name, short_name,
                            language, timezone, is_device, is_staff, is_superuser, is_active, default_room_access_level, default_room_configuration)
                        select gen_random_uuid(), :now, :now, '!', null, null, 'user' || n || '@example.com', 'user' || n || '@example.com', null, null,
                            (array[:languages])[1 + n * 7919 % cardinality(array[:languages])], 'UTC', false, false, false, true, null, '{}'
                        from generate_series(0, 99) n
                        on conflict do nothing""")
                .param("now", Timestamps.bound(clock.instant()))
                .param("languages", users.languageCodes())
                .update();
        console.say("Created " + created + " demo user(s).");
    }

    private long missing() {
        return jdbc.sql("""
                        select count(*) from generate_series(0, 99) n where not exists (
                            select 1 from public.meet_user where admin_email = 'user' || n || '@example.com')""").query(Long.class).single();
    }
}
