package io.causerie.users;

import io.causerie.platform.CommandPart;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People by their administrator's e-mail, the login of the admin site (contract 02, section 4.1). */
@CommandPart
class AdministratorRepository {

    /** What a command needs to know of one. */
    record Administrator(UUID id, boolean staff, boolean superuser, boolean active) {}

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    AdministratorRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Keeps the row from changing until the transaction ends. */
    Optional<Administrator> lock(String email) {
        return jdbc.sql("""
                        select id, is_staff, is_superuser, is_active from public.meet_user
                        where admin_email = :email for update""")
                .param("email", email)
                .query(rows.as(row -> new Administrator(
                        row.uuid("id"), row.bool("is_staff"), row.bool("is_superuser"), row.bool("is_active"))))
                .optional();
    }

    /** False when somebody else has made one with that e-mail meanwhile. */
    boolean insert(String email, String password, String language) {
        return jdbc.sql("""
                                insert into public.meet_user (id, created_at, updated_at, password, last_login, sub, email, admin_email, full_name, short_name,
                                    language, timezone, is_device, is_staff, is_superuser, is_active, default_room_access_level, default_room_configuration)
                                values (:id, :now, :now, :password, null, null, null, :email, null, null,
                                    :language, 'UTC', false, true, true, true, null, '{}')
                                on conflict do nothing""")
                        .param("id", UUID.randomUUID())
                        .param("now", Timestamps.bound(clock.instant()))
                        .param("password", password)
                        .param("email", email)
                        .param("language", language)
                        .update()
                == 1;
    }

    void promote(UUID id, String password) {
        jdbc.sql("""
                        update public.meet_user set is_staff = true, is_superuser = true, password = :password, updated_at = :now
                        where id = :id""")
                .param("id", id)
                .param("password", password)
                .param("now", Timestamps.bound(clock.instant()))
                .update();
    }

    /** False when nobody has that e-mail. */
    boolean changePassword(String email, String password) {
        return jdbc.sql(
                                "update public.meet_user set password = :password, updated_at = :now where admin_email = :email")
                        .param("email", email)
                        .param("password", password)
                        .param("now", Timestamps.bound(clock.instant()))
                        .update()
                == 1;
    }
}
