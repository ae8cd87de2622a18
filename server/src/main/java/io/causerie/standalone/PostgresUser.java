package io.causerie.standalone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who PostgreSQL runs as: it refuses to be root. Root therefore starts it in a user namespace without a mapping, where it sees itself as nobody while its
 * files stay root's.
 */
record PostgresUser(List<String> prefix) {

    static PostgresUser current() {
        if (!isRoot()) {
            return new PostgresUser(List.of());
        }
        var unshare = List.of("unshare", "--user");
        try {
            var inside = new ArrayList<>(unshare);
            inside.addAll(List.of("id", "-u"));
            if (!Processes.run(inside, 5).strip().equals("0")) {
                return new PostgresUser(unshare);
            }
        } catch (IOException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    List<String> command(Object... words) {
        var command = new ArrayList<>(prefix);
        for (var word : words) {
            command.add(word.toString());
        }
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static StandaloneFailure refused(@org.jspecify.annotations.Nullable IOException cause) {
        return new StandaloneFailure(
                "PostgreSQL refuses to run as root, and this machine allows root no user namespace (unshare).",
                "Start Causerie as another user, or name a PostgreSQL of your own with CAUSERIE_DATABASE_URL.",
                cause == null ? new IllegalStateException("still root inside unshare") : cause);
    }
}
