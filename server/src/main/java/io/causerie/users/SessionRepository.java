package io.causerie.users;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code causerie.session}. */
@Repository
class SessionRepository {

    /** A row with the user it names, read in one statement. */
    record Found(
            @Nullable UUID userId,
            byte @Nullable [] proof,
            SessionData data,
            @Nullable User user,
            String password) {}

    private static final String FIND = """
            select s.user_id, s.proof, s.data, u.password, %s
            from causerie.session s left join public.meet_user u on u.id = s.user_id
            where s.key_hash = :key and s.expires_at > :now""".formatted(UserRows.COLUMNS);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Found> found;

    SessionRepository(JdbcClient jdbc, Rows rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.found = rows.as(row -> new Found(
                row.optionalUuid("user_id"),
                row.optionalBytes("proof"),
                row.json("data", SessionData.class),
                row.optionalUuid("id") == null ? null : UserRows.read(row),
                row.optionalText("password") == null ? "" : row.text("password")));
    }

    Optional<Found> find(SessionKey key, Instant now) {
        return jdbc.sql(FIND)
                .param("key", key.hash())
                .param("now", Timestamps.bound(now))
                .query(found)
                .optional();
    }

    /** The data, locked until the transaction ends. */
    Optional<SessionData> lock(SessionKey key) {
        return jdbc.sql("select data from causerie.session where key_hash = :key for update")
                .param("key", key.hash())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, SessionData.class));
    }

    void insert(SessionKey key, SessionData data, Instant expires) {
        jdbc.sql("insert into causerie.session (key_hash, data, expires_at) values (:key, :data::jsonb, :expires)")
                .param("key", key.hash())
                .param("data", json.writeValueAsString(data))
                .param("expires", Timestamps.bound(expires))
                .update();
    }

    void update(SessionKey key, SessionData data, Instant expires) {
        jdbc.sql("update causerie.session set data = :data::jsonb, expires_at = :expires where key_hash = :key")
                .param("key", key.hash())
                .param("data", json.writeValueAsString(data))
                .param("expires", Timestamps.bound(expires))
                .update();
    }

    /** Removes and answers one state; of two callers with the same state only one gets it. */
    Optional<PendingState> take(SessionKey key, String state, Instant expires) {
        return jdbc.sql("""
                        with before as (
                            select key_hash, data from causerie.session
                            where key_hash = :key and jsonb_exists(data -> 'oidc_states', :state) for update)
                        update causerie.session s
                        set data = s.data #- array['oidc_states', :state], expires_at = :expires
                        from before where s.key_hash = before.key_hash
                        returning before.data #>> array['oidc_states', :state]""")
                .param("key", key.hash())
                .param("state", state)
                .param("expires", Timestamps.bound(expires))
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, PendingState.class));
    }

    /** Makes {@code owner}'s what was the session {@code from}, under the key {@code to}; false when it is gone. */
    boolean signIn(SessionKey from, SessionKey to, Owner owner, boolean keepData, Instant expires) {
        return jdbc.sql("""
                                update causerie.session set key_hash = :to, user_id = :user, proof = :proof, oidc_sid = :sid,
                                    data = (case when :keep then data else '{}'::jsonb end) || :patch::jsonb, expires_at = :expires
                                where key_hash = :from""")
                        .param("from", from.hash())
                        .param("to", to.hash())
                        .param("user", owner.id())
                        .param("proof", owner.proof())
                        .param("sid", owner.sid())
                        .param("keep", keepData)
                        .param("patch", patch(owner))
                        .param("expires", Timestamps.bound(expires))
                        .update()
                == 1;
    }

    void insert(SessionKey key, Owner owner, Instant expires) {
        jdbc.sql("""
                        insert into causerie.session (key_hash, user_id, proof, oidc_sid, data, expires_at)
                        values (:key, :user, :proof, :sid, :data::jsonb, :expires)""")
                .param("key", key.hash())
                .param("user", owner.id())
                .param("proof", owner.proof())
                .param("sid", owner.sid())
                .param("data", patch(owner))
                .param("expires", Timestamps.bound(expires))
                .update();
    }

    /** Who is signed in: the id, the proof of the password column, the provider's session and token. */
    record Owner(
            UUID id,
            byte[] proof,
            @Nullable String sid,
            @Nullable String idToken) {}

    void delete(SessionKey key) {
        jdbc.sql("delete from causerie.session where key_hash = :key")
                .param("key", key.hash())
                .update();
    }

    int deleteExpired(Instant now) {
        return jdbc.sql("delete from causerie.session where expires_at <= :now")
                .param("now", Timestamps.bound(now))
                .update();
    }

    private String patch(Owner owner) {
        var node = json.createObjectNode();
        node.put("id_token", owner.idToken());
        node.put("silent", false);
        return node.toString();
    }
}
