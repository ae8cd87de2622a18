package io.causerie.platform;

/**
 * What an operator runs instead of the server: {@code java -jar causerie.jar <name> [options]} (contract 02, section 14). A class that implements it is
 * annotated {@link CommandPart} with its name, and listed with its options in {@link CommandLines}. Everything is done and committed when it returns.
 */
public interface Command {

    /** Does the work and prints what came of it; {@link CommandError} when it could not, or not all of it. */
    void run(Options options, Console console) throws Exception;

    /** Whether there is nothing to do in a database without our tables: then the operator is told to migrate first. */
    default boolean needsSchema() {
        return true;
    }

    /** What was asked for. */
    interface Options {

        /** The value of an option or argument; empty when it was not given. */
        java.util.Optional<String> text(String name);

        /** The number an option has, given or by default. */
        int number(String name);

        /** Whether a flag was given. */
        boolean has(String name);
    }

    /** Where commands write: what they did, and what went wrong meanwhile. */
    record Console(java.io.PrintWriter out, java.io.PrintWriter err) {

        public void say(String line) {
            out.println(line);
            out.flush();
        }

        public void complain(String line) {
            err.println(line);
            err.flush();
        }
    }
}
