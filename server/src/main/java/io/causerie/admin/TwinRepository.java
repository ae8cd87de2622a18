package io.causerie.admin;

import io.causerie.platform.CommandPart;
import io.causerie.platform.Rows;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that hangs on a person, in every table; moved from one account to another. No {@code updated_at} changes (contract 02, section 2, rule 6). */
@CommandPart
class TwinRepository {

    private static final String RANK =
            "coalesce(array_position(array['member', 'administrator', 'owner'], %s.role::text), 0)";

    private final JdbcClient jdbc;
    private final RowMapper<Twin> twin;
    private final RowMapper<String> email;

    TwinRepository(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.email = rows.as(row -> row.text("email"));
        this.twin = rows.as(row -> new Twin(
                row.uuid("id"),
                row.instant("created_at"),
                row.optionalText("sub"),
                row.optionalText("admin_email"),
                row.text("password"),
                row.bool("privileged")));
    }

    /** What a merge would move. */
    record Counts(long rooms, long recordings, long files) {}

    /** E-mails, in lower case, that several accounts have. */
    List<String> shared(String containing) {
        return jdbc.sql("""
                        select lower(email) as email from public.meet_user
                        where email <> '' and strpos(lower(email), lower(:text)) > 0
                        group by lower(email) having count(*) > 1 order by 1""").param("text", containing).query(email).list();
    }

    /** The accounts with that e-mail, oldest first; nobody else changes them until the transaction ends. */
    List<Twin> lock(String email) {
        return jdbc.sql("""
                        select *, is_staff or is_superuser
                                or exists (select 1 from public.meet_user_groups g where g.user_id = u.id)
                                or exists (select 1 from public.meet_user_user_permissions p where p.user_id = u.id) as privileged
                        from public.meet_user u where lower(email) = :email order by created_at, id for update""").param("email", email).query(twin).list();
    }

    Counts counts(Collection<UUID> people) {
        return new Counts(
                count("meet_resource_access where user_id", people),
                count("meet_recording_access where user_id", people),
                count("file where creator_id", people));
    }

    /** Gives everything of one account to another and deletes the first; where both had a role, the stronger one stays. */
    void merge(UUID from, UUID to) {
        accesses("meet_resource_access", "resource_id", from, to);
        accesses("meet_recording_access", "recording_id", from, to);
        move("update public.file set creator_id = :to where creator_id = :from", from, to);
        // who did what in the admin site stays on record
        move("update public.django_admin_log set user_id = :to where user_id = :from", from, to);
        own(from, to);
        // rights are not inherited: a merge makes nobody an administrator
        move("delete from public.meet_user_groups where user_id = :from", from, to);
        move("delete from public.meet_user_user_permissions where user_id = :from", from, to);
        move("delete from public.meet_user where id = :from", from, to);
    }

    void giveLogin(UUID to, Twin from) {
        jdbc.sql("update public.meet_user set admin_email = :email, password = :password where id = :to")
                .param("email", from.adminEmail())
                .param("password", from.password())
                .param("to", to)
                .update();
    }

    void lowerEmail(UUID id) {
        jdbc.sql("update public.meet_user set email = lower(email) where id = :id and email <> lower(email)")
                .param("id", id)
                .update();
    }

    private void accesses(String table, String subject, UUID from, UUID to) {
        move("""
                update public.%1$s k set role = s.role from public.%1$s s
                where k.user_id = :to and s.user_id = :from and k.%2$s = s.%2$s and %3$s < %4$s""".formatted(table, subject, RANK.formatted("k"), RANK.formatted("s")), from, to);
        move("""
                delete from public.%1$s s using public.%1$s k
                where k.user_id = :to and s.user_id = :from and k.%2$s = s.%2$s""".formatted(table, subject), from, to);
        move("update public.%s set user_id = :to where user_id = :from".formatted(table), from, to);
    }

    /** Our own schema: whom a mail still waits for, whose browser records; sessions end. */
    private void own(UUID from, UUID to) {
        move("delete from causerie.session where user_id = :from", from, to);
        move("update causerie.recorder_session set owner = :to where owner = :from", from, to);
        move("""
                update causerie.notification n set user_id = :to where user_id = :from and not exists (
                    select 1 from causerie.notification o where o.user_id = :to and o.recording_id = n.recording_id and o.kind = n.kind)""", from, to);
    }

    private void move(String sql, UUID from, UUID to) {
        jdbc.sql(sql).param("from", from).param("to", to).update();
    }

    private long count(String whose, Collection<UUID> people) {
        return jdbc.sql("select count(*) from public." + whose + " in (:people)")
                .param("people", people)
                .query(Long.class)
                .single();
    }
}
