package io.causerie.users;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meet_user} (contract 02, section 4.1). */
@Repository
class UserRepository {

    private static final String SELECT = "select u.password, " + UserRows.COLUMNS + " from public.meet_user u ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RowMapper<User> user;
    private final RowMapper<Identified> identified;

    UserRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = rows.as(UserRows::read);
        this.identified = rows.as(row -> new Identified(UserRows.read(row), row.text("password")));
    }

    Optional<User> find(UUID id) {
        return jdbc.sql(SELECT + "where u.id = :id").param("id", id).query(user).optional();
    }

    List<User> all(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "where u.id in (:ids)")
                .param("ids", ids)
                .query(user)
                .list();
    }

    Optional<Identified> bySub(String sub) {
        return jdbc.sql(SELECT + "where u.sub = :sub")
                .param("sub", sub)
                .query(identified)
                .optional();
    }

    Optional<Identified> identified(UUID id) {
        return jdbc.sql(SELECT + "where u.id = :id")
                .param("id", id)
                .query(identified)
                .optional();
    }

    /** Everybody with that e-mail in any case: e-mails are not unique. */
    List<Identified> byEmail(String email) {
        return jdbc.sql(SELECT + "where upper(u.email) = upper(:email)")
                .param("email", email)
                .query(identified)
                .list();
    }

    /** How many there are, or whose e-mail resembles that one. */
    long count(@Nullable String email) {
        return jdbc.sql("select count(*) from public.meet_user u " + resembling(email))
                .param("email", email)
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    List<User> list(@Nullable String email, int limit, long offset) {
        return jdbc.sql(SELECT + resembling(email) + " order by u.created_at desc, u.id limit :limit offset :offset")
                .param("email", email)
                .param("limit", limit)
                .param("offset", offset)
                .query(user)
                .list();
    }

    /** Word similarity of pg_trgm, above the database's own threshold. */
    private static String resembling(@Nullable String email) {
        return email == null || email.isEmpty() ? "" : "where u.email %> :email";
    }

    boolean exists(UUID id) {
        return jdbc.sql("select exists (select 1 from public.meet_user where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Inserts an account nobody can sign in to by password; empty when the {@code sub} was taken meanwhile. */
    Optional<Identified> insert(NewUser it) {
        return jdbc.sql("""
                        with u as (
                            insert into public.meet_user (id, created_at, updated_at, password, last_login, sub, email, admin_email, full_name, short_name,
                                language, timezone, is_device, is_staff, is_superuser, is_active, default_room_access_level, default_room_configuration)
                            values (:id, :now, :now, :password, :login, :sub, :email, null, :full, :short,
                                :language, :timezone, false, :operator, :operator, true, null, '{}')
                            on conflict (sub) do nothing
                            returning *)
                        select u.password, %s from u""".formatted(UserRows.COLUMNS))
                .param("id", UUID.randomUUID())
                .param("now", Timestamps.bound(clock.instant()))
                .param("login", it.signingIn() ? Timestamps.bound(clock.instant()) : null)
                .param("password", "!" + RandomText.of(40))
                .param("sub", it.sub())
                .param("email", it.claims().email())
                .param("full", it.claims().fullName())
                .param("short", it.claims().shortName())
                .param("language", it.language())
                .param("timezone", it.timezone())
                .param("operator", it.operator())
                .query(identified)
                .optional();
    }

    /** Writes what the person chose; empty when the account is gone. */
    Optional<User> update(UUID id, Preferences chosen) {
        return jdbc.sql("""
                        update public.meet_user u set updated_at = :now,
                            timezone = coalesce(:timezone, timezone), language = coalesce(:language, language),
                            default_room_access_level = case when :levels then :level else default_room_access_level end,
                            default_room_configuration = coalesce(:configuration::jsonb, default_room_configuration)
                        where id = :id returning %s""".formatted(UserRows.COLUMNS))
                .param("now", Timestamps.bound(clock.instant()))
                .param("timezone", chosen.timezone())
                .param("language", chosen.language())
                .param("levels", chosen.changesLevel())
                .param("level", chosen.defaultRoomAccessLevel())
                .param(
                        "configuration",
                        chosen.defaultRoomConfiguration() == null
                                ? null
                                : chosen.defaultRoomConfiguration().toString())
                .param("id", id)
                .query(user)
                .optional();
    }

    /** Writes just those columns, and the last login if one is under way; nothing when nothing changed. */
    void update(UUID id, Map<String, String> changes, boolean signingIn) {
        var columns = new ArrayList<String>();
        changes.keySet().forEach(it -> columns.add(it + " = :" + it));
        if (signingIn) {
            columns.add("last_login = :now");
        }
        if (!columns.isEmpty()) {
            jdbc.sql("update public.meet_user set " + String.join(", ", columns) + " where id = :id")
                    .params(changes)
                    .param("now", Timestamps.bound(clock.instant()))
                    .param("id", id)
                    .update();
        }
    }

    /** Someone who has no account yet. */
    record NewUser(
            @Nullable String sub,
            Claims claims,
            String language,
            String timezone,
            boolean operator,
            boolean signingIn) {}
}
