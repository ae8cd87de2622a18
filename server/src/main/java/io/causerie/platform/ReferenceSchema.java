package io.causerie.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Takes the database over (contract 02, section 12.1): an empty one gets the reference server's schema, one at its head is adopted as it is, any other is
 * refused untouched. Then Flyway brings our own schema {@code causerie} up to date. No table in {@code public} is ever altered.
 */
@Component
@CommandPart
class ReferenceSchema implements FlywayMigrationStrategy {

    /** What may be found without a refusal. */
    enum State {
        EMPTY,
        REFERENCE
    }

    private static final Logger log = LoggerFactory.getLogger(ReferenceSchema.class);
    private static final long LOCK = 0x6361757365726965L;
    private static final int OLDEST = 140_000;
    private static final String ELSEWHERE =
            " Point DB_NAME or DATABASE_URL at an empty database or at one of the reference server.";

    /** Tables and views somebody made in {@code public}; what an extension brings is not counted. */
    private static final String TABLES = """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
                and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            order by 1""";

    private final DataSource database;
    private final TakeoverProperties properties;

    ReferenceSchema(DataSource database, TakeoverProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                if (inspect(connection) == State.EMPTY) {
                    create(connection);
                }
                allowSearch(connection);
                own(flyway);
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new UnsuitableDatabase("The database cannot be used: SQLSTATE " + e.getSQLState()
                    + ". Check DATABASE_URL or the DB_* settings.");
        }
    }

    /** What the database is; throws {@link UnsuitableDatabase} for one that must not be touched. Changes nothing. */
    static State inspect(Connection connection, List<String> accepted) throws SQLException {
        requireServer(connection);
        var tables = texts(connection, TABLES);
        boolean migrations = tables.contains("django_migrations");
        if (!migrations && tables.contains("meet_user")) {
            throw new UnsuitableDatabase(
                    "The database holds a table meet_user but no django_migrations: its origin is unknown."
                            + ELSEWHERE);
        }
        if (!migrations && !tables.isEmpty()) {
            throw new UnsuitableDatabase("The database belongs to another application: its schema public holds "
                    + tables.size() + (tables.size() == 1 ? " table, " : " tables, such as ")
                    + String.join(", ", tables.stream().limit(5).toList()) + "." + ELSEWHERE);
        }
        if (!migrations) {
            return State.EMPTY;
        }
        adopt(connection, accepted);
        return State.REFERENCE;
    }

    /** Throws {@link UnsuitableDatabase} unless the tables of both schemas are there; changes nothing. */
    void require() throws SQLException {
        try (var connection = database.getConnection()) {
            if (inspect(connection) == State.EMPTY
                    || texts(connection, "select 'ours' where to_regclass('causerie.schema_history') is not null")
                            .isEmpty()) {
                throw new UnsuitableDatabase("The database has not been prepared: run the command migrate first.");
            }
        }
    }

    State inspect(Connection connection) throws SQLException {
        return inspect(connection, properties.acceptedMigrations());
    }

    private static void adopt(Connection connection, List<String> accepted) throws SQLException {
        var applied = texts(connection, "select app || '.' || name from public.django_migrations");
        ReferenceHead.refusal(applied, accepted).ifPresent(it -> {
            throw new UnsuitableDatabase(it);
        });
        var differences = ReferenceShape.differences(connection);
        if (!differences.isEmpty()) {
            throw new UnsuitableDatabase(
                    "The tables are not what django_migrations says: " + String.join("; ", differences)
                            + ". Restore the database from a backup, or put these differences right, then start again.");
        }
        var strangers = ReferenceHead.strangers(applied);
        if (!strangers.isEmpty()) {
            log.info("the database also holds migrations of others, which are left alone: {}", strangers);
        }
    }

    private static void requireServer(Connection connection) throws SQLException {
        int version =
                Integer.parseInt(texts(connection, "show server_version_num").getFirst());
        if (version < OLDEST) {
            throw new UnsuitableDatabase(
                    "PostgreSQL " + version / 10_000 + " is too old: this server needs 14 or later.");
        }
        var encoding = texts(connection, "show server_encoding").getFirst();
        if (!encoding.equals("UTF8")) {
            throw new UnsuitableDatabase(
                    "The database's encoding is " + encoding + " instead of UTF8: create it with ENCODING 'UTF8'.");
        }
        if (texts(connection, "select 'public' where to_regnamespace('public') is not null")
                .isEmpty()) {
            throw new UnsuitableDatabase(
                    "The database has no schema public, or its user may not see it: create schema public first.");
        }
    }

    private static void create(Connection connection) throws SQLException {
        allowSearch(connection);
        connection.setAutoCommit(false);
        try {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/reference-schema.sql"));
            record(connection);
            connection.commit();
            log.info("created the schema in an empty database");
        } catch (ScriptException e) {
            connection.rollback();
            throw new UnsuitableDatabase("The schema cannot be created" + cause(e)
                    + ". The database user must own schema public, or have the right to create in it.");
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** So that the reference server finds its own head here (section 12.3). */
    private static void record(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into public.django_migrations (app, name, applied) values (?, ?, now())")) {
            for (var name : ReferenceHead.NAMES) {
                insert.setString(1, name.substring(0, name.indexOf('.')));
                insert.setString(2, name.substring(name.indexOf('.') + 1));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The one extension, which only the search of people by e-mail needs (section 12.2). */
    private static void allowSearch(Connection connection) throws SQLException {
        if (texts(connection, "select extname from pg_extension where extname = 'pg_trgm'")
                .isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute("create extension if not exists pg_trgm with schema public");
            } catch (SQLException e) {
                log.warn(
                        "the extension pg_trgm cannot be created (SQLSTATE {}): people cannot be searched by e-mail",
                        e.getSQLState());
            }
        }
    }

    private static void own(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new UnsuitableDatabase("The schema causerie cannot be brought up to date" + cause(e)
                    + ". It must be this server's own, and the database user must have the right to create it"
                    + " (grant create on database).");
        }
    }

    private static String cause(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql && sql.getSQLState() != null
                ? ": SQLSTATE " + sql.getSQLState()
                : "";
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }
}
