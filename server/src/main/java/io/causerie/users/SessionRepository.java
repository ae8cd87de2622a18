package io.causerie.users;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code causerie.session}. */
@Repository
class SessionRepository implements SessionStore {

    private static final String FIND = """
            select s.user_id, s.proof, s.data, u.password, %s
            from causerie.session s left join public.meet_user u on u.id = s.user_id
            where s.key_hash = :key and s.expires_at > :now""".formatted(UserRows.COLUMNS);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final RowMapper<Found> found;

    SessionRepository(
            JdbcClient jdbc, Rows rows, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.found = rows.as(row -> new Found(
                row.optionalUuid("user_id"),
                row.optionalBytes("proof"),
                row.json("data", SessionData.class),
                row.optionalUuid("id") == null ? null : UserRows.read(row),
                row.optionalText("password") == null ? "" : row.text("password")));
    }

    @Override
    public Optional<Found> find(SessionKey key) {
        return jdbc.sql(FIND)
                .param("key", key.hash())
                .param("now", Timestamps.bound(clock.instant()))
                .query(found)
                .optional();
    }

    @Override
    public Optional<SessionData> change(SessionKey key, UnaryOperator<SessionData> change, Duration lasting) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var changed = lock(key).map(change);
            changed.ifPresent(data -> update(key, data, lasting));
            return changed;
        }));
    }

    /** The data, locked until the transaction ends. */
    private Optional<SessionData> lock(SessionKey key) {
        return jdbc.sql("select data from causerie.session where key_hash = :key for update")
                .param("key", key.hash())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, SessionData.class));
    }

    @Override
    public void insert(SessionKey key, SessionData data, Duration lasting) {
        jdbc.sql("insert into causerie.session (key_hash, data, expires_at) values (:key, :data::jsonb, :expires)")
                .param("key", key.hash())
                .param("data", json.writeValueAsString(data))
                .param("expires", end(lasting))
                .update();
    }

    private void update(SessionKey key, SessionData data, Duration lasting) {
        jdbc.sql("update causerie.session set data = :data::jsonb, expires_at = :expires where key_hash = :key")
                .param("key", key.hash())
                .param("data", json.writeValueAsString(data))
                .param("expires", end(lasting))
                .update();
    }

    @Override
    public Optional<PendingState> take(SessionKey key, String state, Duration lasting) {
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
                .param("expires", end(lasting))
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, PendingState.class));
    }

    @Override
    public boolean signIn(SessionKey from, SessionKey to, Owner owner, boolean keepData, Duration lasting) {
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
                        .param("expires", end(lasting))
                        .update()
                == 1;
    }

    @Override
    public void insert(SessionKey key, Owner owner, Duration lasting) {
        jdbc.sql("""
                        insert into causerie.session (key_hash, user_id, proof, oidc_sid, data, expires_at)
                        values (:key, :user, :proof, :sid, :data::jsonb, :expires)""")
                .param("key", key.hash())
                .param("user", owner.id())
                .param("proof", owner.proof())
                .param("sid", owner.sid())
                .param("data", patch(owner))
                .param("expires", end(lasting))
                .update();
    }

    @Override
    public void delete(SessionKey key) {
        jdbc.sql("delete from causerie.session where key_hash = :key")
                .param("key", key.hash())
                .update();
    }

    @Override
    public boolean end(LogoutToken token) {
        return jdbc.sql("""
                                with first as (
                                    insert into causerie.logout_token as t (id_hash, expires_at) values (:id, :expires)
                                    on conflict (id_hash) do update set expires_at = :expires where t.expires_at <= :now
                                    returning 1),
                                person as (select id from public.meet_user where sub = :sub),
                                ended as (
                                    delete from causerie.session s
                                    where exists (select from first)
                                        and case when exists (select from person)
                                            then s.user_id = (select id from person)
                                                and (:sid::text is null or s.oidc_sid is null or s.oidc_sid = :sid)
                                            else s.oidc_sid = :sid end)
                                select count(*) from first""")
                        .param("id", SessionKey.hash(token.id()))
                        .param("expires", Timestamps.bound(token.expires()))
                        .param("now", Timestamps.bound(clock.instant()))
                        .param("sub", token.sub())
                        .param("sid", token.sid())
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Override
    public void deleteExpired() {
        for (var table : List.of("session", "logout_token")) {
            jdbc.sql("delete from causerie." + table + " where expires_at <= :now")
                    .param("now", Timestamps.bound(clock.instant()))
                    .update();
        }
    }

    private Object end(Duration lasting) {
        return Timestamps.bound(clock.instant().plus(lasting));
    }

    private String patch(Owner owner) {
        var node = json.createObjectNode();
        node.put("id_token", owner.idToken());
        node.put("silent", false);
        return node.toString();
    }
}
