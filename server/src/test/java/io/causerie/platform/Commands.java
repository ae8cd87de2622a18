package io.causerie.platform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs commands as an operator does, on a database of the test's; settings are written {@code NAME=value}. */
public final class Commands {

    private final List<String> settings;

    private Commands(List<String> settings) {
        this.settings = settings;
    }

    public static Commands on(String url, String... settings) {
        var all = new ArrayList<>(List.of(
                "CAUSERIE_DATABASE_URL=" + url, "DB_USER=postgres", "DB_PASSWORD=", "spring.main.banner-mode=off"));
        all.addAll(List.of(settings));
        return new Commands(all);
    }

    /** The same on a database that the command {@code migrate} has prepared first. */
    public static Commands migrated(String url, String... settings) {
        var commands = on(url, settings);
        var migration = commands.run("migrate");
        if (migration.code() != 0) {
            throw new IllegalStateException(migration.err());
        }
        return commands;
    }

    public Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandRun(settings, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** How a command ended and what it wrote. */
    public record Outcome(int code, String out, String err) {

        public List<String> lines() {
            return out.lines().toList();
        }
    }
}
