package io.causerie.standalone;

import io.causerie.platform.Rows;
import io.causerie.platform.Timestamps;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code causerie.account}. */
@Repository
@ProviderPart
class AccountRepository {

    /** An account and the hash its password must match. */
    record Guarded(Account account, String hash) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RowMapper<Guarded> guarded;

    AccountRepository(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.guarded = rows.as(row -> new Guarded(
                new Account(row.uuid("id"), row.text("email"), row.text("name"), row.optionalText("locale")),
                row.text("password")));
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql("select * from causerie.account where id = :id")
                .param("id", id)
                .query(guarded)
                .optional()
                .map(Guarded::account);
    }

    Optional<Guarded> byEmail(String email) {
        return jdbc.sql("select * from causerie.account where lower(email) = lower(:email)")
                .param("email", email)
                .query(guarded)
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from causerie.account)")
                .query(Boolean.class)
                .single();
    }

    /** False when the e-mail is taken. */
    boolean insert(Account account, String hash) {
        return jdbc.sql("""
                                insert into causerie.account (id, email, name, locale, password, created_at)
                                values (:id, :email, :name, :locale, :password, :now) on conflict do nothing""")
                        .param("id", account.id())
                        .param("email", account.email())
                        .param("name", account.name())
                        .param("locale", account.locale())
                        .param("password", hash)
                        .param("now", Timestamps.bound(clock.instant()))
                        .update()
                == 1;
    }

    void update(UUID id, String hash) {
        jdbc.sql("update causerie.account set password = :password where id = :id")
                .param("id", id)
                .param("password", hash)
                .update();
    }
}
