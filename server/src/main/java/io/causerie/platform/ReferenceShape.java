package io.causerie.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * What the application's tables must be like, whatever django_migrations claims: migrations can be recorded without being run (contract 02, section 12.1).
 * Expected is what our own copy of the schema says: columns and their types, and by name everything unique and checked. More columns are welcome as long as
 * rows can be inserted without them.
 */
final class ReferenceShape {

    private static final Pattern TABLE =
            Pattern.compile("CREATE TABLE public\\.(file|meet_(?!user_)\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?m)^    (?!CONSTRAINT)(\\w+) (.*?),?$");
    private static final Pattern GUARDS = Pattern.compile("(?:CONSTRAINT (\\w+) CHECK"
            + "|TABLE ONLY public\\.(?:file|meet_(?!user_)\\w+)\\s+ADD CONSTRAINT (\\w+) (?:UNIQUE|PRIMARY KEY)"
            + "|CREATE UNIQUE INDEX (\\w+))");
    private static final String CATALOG = """
            select c.relname || '.' || a.attname,
                format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' NOT NULL' else '' end,
                a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            union all
            select relname, 'unique', false from pg_index join pg_class on oid = indexrelid
            where relnamespace = 'public'::regnamespace and indisunique and indisvalid
            union all
            select conname, 'check', false from pg_constraint where connamespace = 'public'::regnamespace and contype = 'c'""";

    private ReferenceShape() {}

    /** A column or guard as the catalog tells; {@code required} when no row can be inserted without naming it. */
    private record Found(String type, boolean required) {}

    /** Every difference, each as half a sentence; empty when the tables are as they must be. */
    static List<String> differences(Connection connection) throws SQLException {
        var schema = schema();
        var found = found(connection);
        var differences = new ArrayList<String>();
        var columns = columns(schema);
        columns.forEach((name, type) -> {
            var there = found.get(name);
            if (there == null) {
                differences.add(name + " is missing");
            } else if (!there.type().equals(type)) {
                differences.add(name + " is " + there.type() + " instead of " + type);
            }
        });
        for (var guard = GUARDS.matcher(schema); guard.find(); ) {
            var name =
                    guard.group(1) != null ? guard.group(1) : guard.group(2) != null ? guard.group(2) : guard.group(3);
            if (concerns(name) && !found.containsKey(name)) {
                differences.add(name + " is missing");
            }
        }
        found.forEach((name, it) -> {
            if (it.required()
                    && !columns.containsKey(name)
                    && columns.keySet().stream().anyMatch(known -> sameTable(known, name))) {
                differences.add(name + " is unknown and has no default");
            }
        });
        return differences;
    }

    /** Checks of the framework's own tables are not ours to ask for. */
    private static boolean concerns(String guard) {
        return !guard.startsWith("django_") && !guard.startsWith("easy_thumbnails");
    }

    private static boolean sameTable(String one, String two) {
        return two.contains(".") && one.startsWith(two.substring(0, two.indexOf('.') + 1));
    }

    private static Map<String, String> columns(String schema) {
        var columns = new LinkedHashMap<String, String>();
        for (var table = TABLE.matcher(schema); table.find(); ) {
            for (var column = COLUMN.matcher(table.group(2)); column.find(); ) {
                columns.put(table.group(1) + "." + column.group(1), column.group(2));
            }
        }
        return columns;
    }

    private static Map<String, Found> found(Connection connection) throws SQLException {
        var found = new LinkedHashMap<String, Found>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(CATALOG)) {
            while (result.next()) {
                found.put(result.getString(1), new Found(result.getString(2), result.getBoolean(3)));
            }
        }
        return found;
    }

    private static String schema() {
        try (var in = new ClassPathResource("db/reference-schema.sql").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
