package io.causerie.platform;

import java.sql.SQLException;
import javax.sql.DataSource;

/** {@code check}: ends well as soon as settings can be read and the database answers, so that jobs can wait for it (contract 02, section 14.6). */
@CommandPart("check")
class Check implements Command {

    private final DataSource database;
    private final ReferenceSchema schema;

    Check(DataSource database, ReferenceSchema schema) {
        this.database = database;
        this.schema = schema;
    }

    @Override
    public boolean needsSchema() {
        return false;
    }

    @Override
    public void run(Options options, Console console) throws SQLException {
        var name = options.text("--database").orElse("default");
        if (!name.equals("default")) {
            throw new CommandError("The connection '" + name + "' doesn't exist.");
        }
        try (var connection = database.getConnection()) {
            var state = schema.inspect(connection);
            console.say("System check identified no issues (0 silenced).");
            if (state == ReferenceSchema.State.EMPTY) {
                console.say("The database is empty: migrate, or the first start, makes its tables.");
            }
        } catch (UnsuitableDatabase e) {
            // it answers, which is all that was asked; the job that is waited with will say the same
            console.complain("WARNING: " + e.told());
        }
    }
}
