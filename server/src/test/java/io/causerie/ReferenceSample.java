package io.causerie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Databases as the reference server leaves them, for the tests of take-over. */
public final class ReferenceSample {

    private ReferenceSample() {}

    /** The JDBC address of a new database at the reference's head, with a row of every kind ({@code reference-sample.sql}). */
    public static String create() {
        var url = schema(name -> true);
        run(url, text("reference-sample.sql"));
        return url;
    }

    /** The schema without a row but those of {@code django_migrations} that pass, each as {@code app.name}. */
    public static String schema(Predicate<String> applied) {
        var url = TestDatabase.create();
        var names = text("db/reference-migrations.txt")
                .lines()
                .filter(applied)
                .map(it -> "('" + it.replaceFirst("\\.", "', '") + "', now())")
                .collect(Collectors.joining(", "));
        run(url, "create extension pg_trgm;" + text("db/reference-schema.sql"));
        if (!names.isEmpty()) {
            run(url, "insert into django_migrations (app, name, applied) values " + names);
        }
        return url;
    }

    /** Runs SQL, several statements if need be. */
    public static void run(String url, String sql) {
        try (var connection = connection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of each row. */
    public static List<String> list(String url, String query) {
        try (var connection = connection(url);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Connection connection(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    private static String text(String resource) {
        try (var in = new ClassPathResource(resource).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
