package io.causerie.users;

import io.causerie.platform.Command;
import io.causerie.platform.CommandPart;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code clearsessions}: removes expired sessions, ours and those the reference server may have left (contract 02, section 14.6). */
@CommandPart("clearsessions")
class ClearSessions implements Command {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClearSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(Options options, Console console) {
        if (options.has("--dry-run")) {
            var count = jdbc.sql("""
                            select (select count(*) from causerie.session where expires_at < :now)
                                + (select count(*) from public.django_session where expire_date < :now)""")
                    .param("now", Timestamps.bound(clock.instant()))
                    .query(Long.class)
                    .single();
            console.say("[DRY-RUN] Would remove " + count + " expired session(s).");
            return;
        }
        int removed = delete("causerie.session where expires_at < :now")
                + delete("public.django_session where expire_date < :now");
        console.say("Removed " + removed + " expired session(s).");
    }

    private int delete(String what) {
        return jdbc.sql("delete from " + what)
                .param("now", Timestamps.bound(clock.instant()))
                .update();
    }
}
