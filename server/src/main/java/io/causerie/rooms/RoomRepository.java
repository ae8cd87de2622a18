package io.causerie.rooms;

import io.causerie.platform.Choice;
import io.causerie.platform.Paging.Counted;
import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import io.causerie.users.UserRows;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The tables {@code meet_resource}, {@code meet_room} and {@code meet_resource_access} (contract 02, sections 4.2, 4.3 and 9). */
@Repository
class RoomRepository {

    private static final String ROOM =
            "r.resource_id, r.name, coalesce(r.slug, '') as slug, r.configuration, r.access_level, r.pin_code";

    /** Each room of {@code page} with the accesses its administrators see, newest first, in one statement. */
    private static final String SEEN = """
            select r.*, a.id as access_id, a.role as access_role, %s
            from page r
            left join public.meet_resource_access a
                on a.resource_id = r.resource_id and r.caller_role in ('administrator', 'owner')
            left join public.meet_user u on u.id = a.user_id
            order by r.name, r.resource_id, a.created_at desc, a.id""".formatted(UserRows.COLUMNS);

    /** Who was put out of the meeting of {@code r}. */
    private static final String REMOVED = """
            (select coalesce(json_agg(d.identity), '[]') from causerie.removed_participant d where d.room_id = r.resource_id) as removed""";

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;
    private final RowMapper<Room> room;
    private final RowMapper<SeenRoom> seen;

    RoomRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
        this.room = rows.as(RoomRepository::room);
        this.seen = rows.as(RoomRepository::seen);
    }

    Optional<Room> find(RoomKey key) {
        return jdbc.sql("select " + ROOM + " from public.meet_room r where " + key.condition())
                .param("key", key.value())
                .query(room)
                .optional();
    }

    Optional<Room> reachedBy(String pin) {
        return jdbc.sql("select " + ROOM + " from public.meet_room r where r.pin_code = :pin")
                .param("pin", pin)
                .query(room)
                .optional();
    }

    /** The room with everybody's role on it. */
    Optional<KnownRoom> known(RoomKey key) {
        return jdbc.sql("""
                        select %s, (
                            select coalesce(json_object_agg(a.user_id, a.role), '{}') from public.meet_resource_access a
                            where a.resource_id = r.resource_id) as roles, %s
                        from public.meet_room r where %s""".formatted(ROOM, REMOVED, key.condition()))
                .param("key", key.value())
                .query(rows.as(row -> new KnownRoom(room(row), roles(row.json("roles")), removed(row))))
                .optional();
    }

    /** The room with somebody's role on it, without its accesses. */
    Optional<SeenRoom> withRole(RoomKey key, @Nullable UUID user) {
        return jdbc.sql("""
                        select %s, c.role as caller_role
                        from public.meet_room r
                        left join public.meet_resource_access c on c.resource_id = r.resource_id and c.user_id = :user
                        where %s""".formatted(ROOM, key.condition()))
                .param("key", key.value())
                .param("user", user)
                .query(rows.as(row -> new SeenRoom(room(row), role(row), Removed.NOBODY, List.of())))
                .optional();
    }

    /** The room as somebody sees it: with their role, and its accesses if they administer it. */
    Optional<SeenRoom> seen(RoomKey key, @Nullable UUID user) {
        var rows = jdbc.sql("""
                        with page as (
                            select %s, %s, c.role as caller_role
                            from public.meet_room r
                            left join public.meet_resource_access c on c.resource_id = r.resource_id and c.user_id = :user
                            where %s)
                        """.formatted(ROOM, REMOVED, key.condition()) + SEEN)
                .param("key", key.value())
                .param("user", user)
                .query(seen)
                .list();
        return SeenRoom.joined(rows).stream().findFirst();
    }

    long countOf(UUID user) {
        return jdbc.sql("""
                        select count(*) from public.meet_room r
                        join public.meet_resource_access c on c.resource_id = r.resource_id
                        where c.user_id = :user""").param("user", user).query(Long.class).single();
    }

    Counted<SeenRoom> page(UUID user, int limit, long offset) {
        var total = new AtomicLong();
        var rows = jdbc.sql("""
                        with page as (
                            select %s, %s, c.role as caller_role, count(*) over () as total
                            from public.meet_room r
                            join public.meet_resource_access c on c.resource_id = r.resource_id
                            where c.user_id = :user
                            order by r.name, r.resource_id limit :limit offset :offset)
                        """.formatted(ROOM, REMOVED) + SEEN)
                .param("user", user)
                .param("limit", limit)
                .param("offset", offset)
                .query(this.rows.as(row -> {
                    total.set(row.number("total"));
                    return seen(row);
                }))
                .list();
        return new Counted<>(total.get(), SeenRoom.joined(rows));
    }

    Optional<Role> role(UUID room, UUID user) {
        return jdbc.sql("""
                        select role from public.meet_resource_access
                        where resource_id = :room and user_id = :user""")
                .param("room", room)
                .param("user", user)
                .query(rows.as(row -> row.choice("role", Role.class)))
                .optional();
    }

    /** Of whoever goes by that LiveKit identity: a subject, or the id of an account without one. */
    Optional<Role> roleOf(UUID room, String identity) {
        return jdbc.sql("""
                        select a.role from public.meet_resource_access a
                        join public.meet_user u on u.id = a.user_id
                        where a.resource_id = :room
                            and (u.sub = :identity or coalesce(u.sub, '') = '' and u.id::text = :identity)""")
                .param("room", room)
                .param("identity", identity)
                .query(rows.as(row -> row.choice("role", Role.class)))
                .optional();
    }

    /** Gives somebody that role on the room, in place of theirs; false for an owner, who keeps it. */
    boolean give(UUID room, UUID user, Role role) {
        return jdbc.sql("""
                        insert into public.meet_resource_access as a (id, created_at, updated_at, role, resource_id, user_id)
                        values (:id, :now, :now, :role, :room, :user)
                        on conflict (user_id, resource_id) do update set role = excluded.role, updated_at = excluded.updated_at
                        where a.role <> 'owner'""")
                        .param("id", UUID.randomUUID())
                        .param("now", Timestamps.bound(clock.instant()))
                        .param("role", role.wire())
                        .param("room", room)
                        .param("user", user)
                        .update()
                == 1;
    }

    List<UUID> owners(UUID room) {
        return jdbc.sql("""
                        select user_id from public.meet_resource_access
                        where resource_id = :room and role = 'owner' order by created_at""")
                .param("room", room)
                .query(rows.as(row -> row.uuid("user_id")))
                .list();
    }

    /** Room and owner at once: neither is ever there without the other. */
    void insert(Room room, UUID access, UUID owner) {
        jdbc.sql("""
                        with resource as (
                            insert into public.meet_resource (id, created_at, updated_at) values (:id, :now, :now)),
                        room as (
                            insert into public.meet_room (resource_id, name, slug, configuration, access_level, pin_code)
                            values (:id, :name, :slug, :configuration::jsonb, :level, :pin))
                        insert into public.meet_resource_access (id, created_at, updated_at, role, resource_id, user_id)
                        values (:access, :now, :now, 'owner', :id, :owner)""")
                .param("id", room.id())
                .param("now", Timestamps.bound(clock.instant()))
                .param("name", room.name())
                .param("slug", room.slug())
                .param("configuration", rows.json(room.configuration()))
                .param("level", room.accessLevel().wire())
                .param("pin", room.pinCode())
                .param("access", access)
                .param("owner", owner)
                .update();
    }

    /** Changes what is not null and leaves the rest to whoever changes it meanwhile; false when the room is gone. */
    boolean update(
            UUID id,
            @Nullable String name,
            @Nullable String slug,
            @Nullable AccessLevel level,
            @Nullable JsonNode configuration) {
        return jdbc.sql("""
                        with resource as (
                            update public.meet_resource set updated_at = :now where id = :id returning id)
                        update public.meet_room set
                            name = coalesce(:name, name),
                            slug = coalesce(:slug, slug),
                            access_level = coalesce(:level, access_level),
                            configuration = coalesce(:configuration::jsonb, configuration)
                        where resource_id in (select id from resource)""")
                        .param("id", id)
                        .param("now", Timestamps.bound(clock.instant()))
                        .param("name", name)
                        .param("slug", slug)
                        .param("level", level == null ? null : level.wire())
                        .param("configuration", configuration == null ? null : rows.json(configuration))
                        .update()
                > 0;
    }

    /** Whoever changes the room or its accesses locks this row first, so that nobody waits in a circle. */
    void lockForDeletion(UUID id) {
        jdbc.sql("select id from public.meet_resource where id = :id for update")
                .param("id", id)
                .query(rows.as(row -> row.uuid("id")))
                .list();
    }

    /** Deletes the room and its accesses; what else hangs on it was deleted by those it belongs to ({@link RoomDeleting}). */
    void delete(UUID id) {
        jdbc.sql("""
                        with access as (delete from public.meet_resource_access where resource_id = :id),
                        room as (delete from public.meet_room where resource_id = :id)
                        delete from public.meet_resource where id = :id""").param("id", id).update();
    }

    private static SeenRoom seen(Rows.Row row) throws java.sql.SQLException {
        return new SeenRoom(room(row), role(row), removed(row), accesses(row));
    }

    private static Room room(Rows.Row row) throws java.sql.SQLException {
        return new Room(
                row.uuid("resource_id"),
                row.text("name"),
                row.text("slug"),
                row.json("configuration"),
                row.choice("access_level", AccessLevel.class),
                row.optionalText("pin_code"));
    }

    private static @Nullable Role role(Rows.Row row) throws java.sql.SQLException {
        return row.optionalText("caller_role") == null ? null : row.choice("caller_role", Role.class);
    }

    private static Removed removed(Rows.Row row) throws java.sql.SQLException {
        var identities = row.json("removed");
        return identities.isEmpty()
                ? Removed.NOBODY
                : new Removed(
                        identities.valueStream().map(JsonNode::stringValue).collect(Collectors.toSet()));
    }

    private static Map<UUID, Role> roles(JsonNode byUser) {
        var roles = new HashMap<UUID, Role>();
        byUser.properties()
                .forEach(it -> roles.put(
                        UUID.fromString(it.getKey()),
                        Choice.of(Role.class, it.getValue().stringValue())));
        return roles;
    }

    private static List<RoomAccess> accesses(Rows.Row row) throws java.sql.SQLException {
        var id = row.optionalUuid("access_id");
        return id == null
                ? List.of()
                : List.of(new RoomAccess(id, row.choice("access_role", Role.class), UserRows.read(row)));
    }
}
