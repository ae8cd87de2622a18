package io.causerie.rooms;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meet_resource_access}, whatever the resource is (contract 02, section 4.3). */
@Repository
class ResourceAccessRepository {

    private static final String ADMINISTERED = """
            from public.meet_resource_access a
            where a.resource_id in (
                select resource_id from public.meet_resource_access
                where user_id = :caller and role in ('administrator', 'owner'))""";

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    ResourceAccessRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What is known of a person and a resource.
     *
     * @param resource whether there is such a resource
     * @param caller the caller's role on it
     * @param user whether there is such a person
     * @param given the access the person has already
     */
    record Pair(
            boolean resource,
            @Nullable Role caller,
            boolean user,
            @Nullable UUID given) {

        boolean administered() {
            return caller != null && caller.privileged();
        }
    }

    Pair pair(@Nullable UUID resource, @Nullable UUID user, UUID caller) {
        return jdbc.sql("""
                        select
                            exists (select 1 from public.meet_resource where id = :resource) as resource,
                            exists (select 1 from public.meet_user where id = :user) as person,
                            (select role from public.meet_resource_access
                                where resource_id = :resource and user_id = :caller) as caller_role,
                            (select id from public.meet_resource_access
                                where resource_id = :resource and user_id = :user) as given""")
                .param("resource", resource, java.sql.Types.OTHER)
                .param("user", user, java.sql.Types.OTHER)
                .param("caller", caller)
                .query(rows.as(row ->
                        new Pair(row.bool("resource"), role(row), row.bool("person"), row.optionalUuid("given"))))
                .single();
    }

    long count(UUID caller) {
        return jdbc.sql("select count(*) " + ADMINISTERED)
                .param("caller", caller)
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    List<ResourceAccess> page(UUID caller, int limit, long offset) {
        return jdbc.sql("select a.id, a.user_id, a.resource_id, a.role " + ADMINISTERED
                        + " order by a.created_at desc, a.id limit :limit offset :offset")
                .param("caller", caller)
                .param("limit", limit)
                .param("offset", offset)
                .query(rows.as(ResourceAccessRepository::access))
                .list();
    }

    Optional<SeenAccess> seen(UUID id, UUID caller) {
        return jdbc.sql("""
                        select a.id, a.user_id, a.resource_id, a.role, c.role as caller_role, exists (
                            select 1 from public.meet_resource_access o
                            where o.resource_id = a.resource_id and o.role = 'owner' and o.id <> a.id) as other_owner
                        from public.meet_resource_access a
                        left join public.meet_resource_access c on c.resource_id = a.resource_id and c.user_id = :caller
                        where a.id = :id""")
                .param("id", id)
                .param("caller", caller)
                .query(rows.as(row -> seen(row, caller)))
                .optional();
    }

    /** Until the transaction ends nobody else changes or deletes accesses of the resource; new ones may come in. */
    void lock(UUID resource) {
        jdbc.sql("select id from public.meet_resource where id = :id for no key update")
                .param("id", resource)
                .query(rows.as(row -> row.uuid("id")))
                .list();
    }

    /** False when the person has one already. */
    boolean insert(ResourceAccess it) {
        return jdbc.sql("""
                        insert into public.meet_resource_access (id, created_at, updated_at, role, resource_id, user_id)
                        values (:id, :now, :now, :role, :resource, :user)
                        on conflict (user_id, resource_id) do nothing""")
                        .param("id", it.id())
                        .param("now", Timestamps.bound(clock.instant()))
                        .param("role", it.role().wire())
                        .param("resource", it.resource())
                        .param("user", it.user())
                        .update()
                == 1;
    }

    void update(UUID id, Role role) {
        jdbc.sql("update public.meet_resource_access set role = :role, updated_at = :now where id = :id")
                .param("role", role.wire())
                .param("now", Timestamps.bound(clock.instant()))
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from public.meet_resource_access where id = :id")
                .param("id", id)
                .update();
    }

    private static SeenAccess seen(Rows.Row row, UUID caller) throws SQLException {
        var access = access(row);
        return new SeenAccess(access, role(row), access.user().equals(caller), row.bool("other_owner"));
    }

    private static ResourceAccess access(Rows.Row row) throws SQLException {
        return new ResourceAccess(
                row.uuid("id"), row.uuid("user_id"), row.uuid("resource_id"), row.choice("role", Role.class));
    }

    private static @Nullable Role role(Rows.Row row) throws SQLException {
        return row.optionalText("caller_role") == null ? null : row.choice("caller_role", Role.class);
    }
}
