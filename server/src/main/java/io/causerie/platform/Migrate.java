package io.causerie.platform;

import org.flywaydb.core.Flyway;

/** {@code migrate}: takes the database over as a starting server would, so that a job can do it before (contract 02, section 14.6). */
@CommandPart("migrate")
class Migrate implements Command {

    private final ReferenceSchema schema;
    private final Flyway flyway;

    Migrate(ReferenceSchema schema, Flyway flyway) {
        this.schema = schema;
        this.flyway = flyway;
    }

    @Override
    public boolean needsSchema() {
        return false;
    }

    @Override
    public void run(Options options, Console console) {
        var before = flyway.info().applied().length;
        schema.migrate(flyway);
        int now = flyway.info().applied().length;
        console.say(now == before ? "  No migrations to apply." : "  Applied " + (now - before) + " migration(s).");
    }
}
