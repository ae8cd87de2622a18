package io.causerie.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;

/** The one migration head of the reference server that we know, and what to say of any other (contract 02, sections 5.3, 11 and 12.1). */
final class ReferenceHead {

    static final List<String> NAMES = names();

    private static final String CORE = "core.";
    private static final String REMEDY =
            " Bring the database to that head with the reference server's own migration step (python manage.py migrate) at a"
                    + " release from v1.25.0 to v1.27.0, release by release as its upgrade notes require, then start again.";

    /** Renamed before its release: harmless where it was run. */
    private static final String RENAMED = "core.0019_alter_file_upload_state";

    /** From before the first release; such a database is not supported by the reference server either. */
    private static final String ANCIENT = "core.0003_resource_remove_documentaccess_document_and_more";

    /** The releases whose head each number is; numbers in between never were one. */
    private static final TreeMap<Integer, String> RELEASES = new TreeMap<>(Map.ofEntries(
            Map.entry(2, "v0.1.0 to v0.1.3"),
            Map.entry(4, "v0.1.4 to v0.1.7"),
            Map.entry(8, "v0.1.8"),
            Map.entry(9, "v0.1.9 to v0.1.12"),
            Map.entry(10, "v0.1.13 and v0.1.14"),
            Map.entry(12, "v0.1.15 to v0.1.18"),
            Map.entry(13, "v0.1.19 to v0.1.22"),
            Map.entry(14, "v0.1.23 to v0.1.39"),
            Map.entry(15, "v0.1.40 to v1.1.0"),
            Map.entry(16, "v1.2.0 to v1.10.0"),
            Map.entry(18, "v1.11.0 to v1.17.0"),
            Map.entry(20, "v1.18.0 to v1.22.0"),
            Map.entry(21, "v1.23.0 and v1.24.0"),
            Map.entry(22, "v1.25.0 to v1.27.0")));

    private ReferenceHead() {}

    /** Why a database with these migrations, each {@code app.name}, cannot be adopted; empty when it can. */
    static Optional<String> refusal(Collection<String> applied, Collection<String> accepted) {
        var core =
                new TreeSet<>(applied.stream().filter(it -> it.startsWith(CORE)).toList());
        if (core.isEmpty()) {
            return Optional.of(
                    "The database belongs to another Django application: its django_migrations names no migration of core."
                            + " Point DB_NAME or DATABASE_URL at an empty database or at one of the reference server.");
        }
        if (core.contains(ANCIENT)) {
            return Optional.of("The database ran code from before the first release (" + ANCIENT
                    + "), which neither the reference server nor this one supports. Start with an empty database.");
        }
        var missing = new TreeSet<>(NAMES);
        missing.removeAll(applied);
        if (missing.stream().anyMatch(it -> it.startsWith(CORE))) {
            return Optional.of(older(core, missing));
        }
        return newer(core, accepted)
                .or(() -> missing.isEmpty()
                        ? Optional.empty()
                        : Optional.of("The database is at the right head, but migrations of the framework are missing: "
                                + missing + ". A migration was interrupted." + REMEDY));
    }

    /** What other applications have migrated in the same database: none of our business. */
    static List<String> strangers(Collection<String> applied) {
        return applied.stream()
                .filter(it -> !it.startsWith(CORE) && !NAMES.contains(it))
                .sorted()
                .toList();
    }

    private static String older(TreeSet<String> core, TreeSet<String> missing) {
        var highest = core.stream().filter(NAMES::contains).reduce((one, two) -> two);
        var found = highest.map(it -> "The database is at " + it + releases(it))
                .orElse("The database names no migration of core that this server knows");
        boolean gap = highest.isPresent() && highest.get().compareTo(missing.first()) > 0;
        return found + "; this server needs " + last() + "."
                + (gap ? " Earlier ones are missing: a migration was interrupted, or recorded without being run." : "")
                + " Missing: " + missing + "." + REMEDY;
    }

    private static Optional<String> newer(TreeSet<String> core, Collection<String> accepted) {
        var unknown = new TreeSet<>(core);
        unknown.removeAll(NAMES);
        unknown.remove(RENAMED);
        unknown.removeAll(accepted);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("The database is newer than this server knows: it holds " + unknown + " beyond " + last()
                        + ". Use a Causerie release that names this head. Only if you have checked that these migrations change nothing that"
                        + " concerns this server: CAUSERIE_ACCEPTED_MIGRATIONS=" + String.join(",", unknown) + ".");
    }

    private static String releases(String name) {
        int number = Integer.parseInt(name.substring(CORE.length(), CORE.length() + 4));
        var exact = RELEASES.get(number);
        if (exact != null) {
            return " (head of releases " + exact + ")";
        }
        var next = RELEASES.higherEntry(number);
        return next == null ? "" : " (no release stopped there; on the way to " + next.getValue() + ")";
    }

    private static String last() {
        return NAMES.stream()
                .filter(it -> it.startsWith(CORE))
                .max(String::compareTo)
                .orElseThrow();
    }

    private static List<String> names() {
        try (var in = new ClassPathResource("db/reference-migrations.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
