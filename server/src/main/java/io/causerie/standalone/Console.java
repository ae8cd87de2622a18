package io.causerie.standalone;

import java.io.PrintStream;

/** The lines a person reads while the parts start; not a log. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    /** A part that is there. */
    void here(String part, String words) {
        line("✓", part, words);
    }

    /** A part that takes a moment. */
    void working(String part, String words) {
        line("…", part, words);
    }

    /** A part that is missing, and what that means. */
    void warning(String part, String words) {
        line("!", part, words);
    }

    void say(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    private void line(String sign, String part, String words) {
        say("  %s %-15s %s".formatted(sign, part, words));
    }
}
