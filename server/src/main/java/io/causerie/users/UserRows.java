package io.causerie.users;

import io.causerie.platform.Rows;
import java.sql.SQLException;

/** Reads people from the columns of {@code meet_user} (contract 02, section 4.1). */
public final class UserRows {

    /** The columns {@link #read} needs, of a table named {@code u}. */
    public static final String COLUMNS = """
            u.id, u.sub, u.email, u.admin_email, u.full_name, u.short_name, u.language, u.timezone, u.is_active, u.is_staff, u.is_superuser,
            u.default_room_access_level, u.default_room_configuration""";

    private UserRows() {}

    public static User read(Rows.Row row) throws SQLException {
        return new User(
                row.uuid("id"),
                row.optionalText("sub"),
                row.optionalText("email"),
                row.optionalText("admin_email"),
                row.optionalText("full_name"),
                row.optionalText("short_name"),
                row.text("language"),
                row.text("timezone"),
                row.bool("is_active"),
                row.bool("is_staff"),
                row.bool("is_superuser"),
                row.optionalText("default_room_access_level"),
                row.json("default_room_configuration"));
    }
}
