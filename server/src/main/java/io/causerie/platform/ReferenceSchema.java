package io.causerie.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Takes the database over (contract 02, section 12.1): an empty one gets the reference server's schema, one at its head is adopted as it is, any other is
 * refused. Then Flyway brings our own schema {@code causerie} up to date. Nothing in {@code public} is ever altered.
 */
@Component
class ReferenceSchema implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(ReferenceSchema.class);
    private static final long LOCK = 0x6361757365726965L;

    private final DataSource database;

    ReferenceSchema(DataSource database) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                prepare(connection);
                flyway.migrate();
            } finally {
                connection.createStatement().execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new UnsuitableDatabase("The database cannot be used: SQLSTATE " + e.getSQLState()
                    + ". Check DATABASE_URL or the DB_* settings.");
        }
    }

    private void prepare(Connection connection) throws SQLException {
        boolean migrations = exists(connection, "django_migrations");
        boolean users = exists(connection, "meet_user");
        if (!migrations && !users) {
            create(connection);
        } else if (!migrations) {
            throw new UnsuitableDatabase(
                    "The database holds a table meet_user but no django_migrations: its origin is unknown."
                            + " Point DB_NAME at an empty database or at one of the reference server.");
        } else {
            adopt(applied(connection));
        }
    }

    private void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/reference-schema.sql"));
            try (var insert = connection.prepareStatement(
                    "insert into public.django_migrations (app, name, applied) values (?, ?, now())")) {
                for (var name : head()) {
                    insert.setString(1, name.substring(0, name.indexOf('.')));
                    insert.setString(2, name.substring(name.indexOf('.') + 1));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            log.info("created the schema in an empty database");
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void adopt(Set<String> applied) {
        var missing = new TreeSet<>(head());
        missing.removeAll(applied);
        var newer = new TreeSet<>(
                applied.stream().filter(it -> it.startsWith("core.")).toList());
        newer.removeAll(head());
        newer.remove("core.0019_alter_file_upload_state");
        if (!newer.isEmpty()) {
            throw new UnsuitableDatabase("The database is newer than this server knows: it holds " + newer
                    + ". Use a Causerie release that names this schema.");
        }
        if (!missing.isEmpty()) {
            throw new UnsuitableDatabase("The database is not at core.0022: " + missing.size()
                    + " migrations are missing: " + missing
                    + ". Run the migration step of the reference server at release 1.25 to 1.27, then start again.");
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("select to_regclass('public.' || ?) is not null")) {
            query.setString(1, table);
            try (var result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        var names = new TreeSet<String>();
        try (var result =
                connection.createStatement().executeQuery("select app || '.' || name from public.django_migrations")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private static List<String> head() {
        try (var in = new ClassPathResource("db/reference-migrations.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
