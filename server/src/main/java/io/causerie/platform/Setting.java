package io.causerie.platform;

/**
 * One environment variable (contract 01, section 22).
 *
 * @param kind what texts it may hold
 * @param fallback what an unset variable means; {@code required} where it must be set in production
 * @param about its meaning, the reason why it is not read, or the name it stands for
 */
record Setting(String name, SettingKind kind, String fallback, State state, String about) {

    /** What becomes of a variable that is set. */
    enum State {
        READ,
        /** The feature comes with a later release. */
        LATER,
        /** It makes no sense here. */
        IGNORED,
        /** It is read in the place of the variable it stands for, where that one is unset. */
        ALIAS,
        /** It has no effect and its writer is told so: to obey it would weaken a deployment that carries it. */
        WARNED
    }

    /** Reads a line such as {@code NAME | kind | default | meaning}. */
    static Setting of(String line) {
        var columns = line.split("\\s*\\|\\s*", 4);
        for (var state : State.values()) {
            var mark = state.name().toLowerCase(java.util.Locale.ROOT) + ": ";
            if (columns[3].startsWith(mark)) {
                return new Setting(
                        columns[0], SettingKind.of(columns[1]), columns[2], state, columns[3].substring(mark.length()));
            }
        }
        return new Setting(columns[0], SettingKind.of(columns[1]), columns[2], State.READ, columns[3]);
    }

    boolean secret() {
        return kind.name().equals("secret");
    }

    boolean required() {
        return fallback.equals("required");
    }
}
