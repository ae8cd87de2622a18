package io.causerie.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes row readers: a record is read column by column, without reflection. */
@Component
@CommandPart
public class Rows {

    private final JsonMapper json;

    Rows(JsonMapper json) {
        this.json = json;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T extends @Nullable Object> {
        T read(Row row) throws SQLException;
    }

    /** A row mapper for {@code JdbcClient}. */
    public <T extends @Nullable Object> RowMapper<T> as(Reader<T> reader) {
        return (result, number) -> reader.read(new Row(result, json));
    }

    /** JSON text for a {@code jsonb} parameter: bind it and write {@code :name::jsonb}. */
    public String json(@Nullable Object value) {
        return json.writeValueAsString(value);
    }

    /** One row of a result; columns are named, not numbered. */
    public static final class Row {

        private final ResultSet result;
        private final JsonMapper json;

        Row(ResultSet result, JsonMapper json) {
            this.result = result;
            this.json = json;
        }

        public UUID uuid(String column) throws SQLException {
            return result.getObject(column, UUID.class);
        }

        public @Nullable UUID optionalUuid(String column) throws SQLException {
            return result.getObject(column, UUID.class);
        }

        public String text(String column) throws SQLException {
            return result.getString(column);
        }

        public @Nullable String optionalText(String column) throws SQLException {
            return result.getString(column);
        }

        /** The elements of an array of texts. */
        public List<String> texts(String column) throws SQLException {
            return List.of((String[]) result.getArray(column).getArray());
        }

        public byte @Nullable [] optionalBytes(String column) throws SQLException {
            return result.getBytes(column);
        }

        public boolean bool(String column) throws SQLException {
            return result.getBoolean(column);
        }

        public int integer(String column) throws SQLException {
            return result.getInt(column);
        }

        public long number(String column) throws SQLException {
            return result.getLong(column);
        }

        public Instant instant(String column) throws SQLException {
            return result.getObject(column, OffsetDateTime.class).toInstant();
        }

        public @Nullable Instant optionalInstant(String column) throws SQLException {
            return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                    .orElse(null);
        }

        public <E extends Enum<E> & Choice> E choice(String column, Class<E> type) throws SQLException {
            return Choice.of(type, result.getString(column));
        }

        public JsonNode json(String column) throws SQLException {
            return json.readTree(result.getString(column));
        }

        public <T> T json(String column, Class<T> type) throws SQLException {
            return json.readValue(result.getString(column), type);
        }
    }
}
