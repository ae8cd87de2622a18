package io.causerie.drill;

import java.time.Duration;

/** Something that goes wrong at a time, counted from the beginning of the drill. */
sealed interface Fault {

    Duration at();

    /** How the console calls it. */
    String words();

    /** {@code kill -9}; it is started again at once. */
    record ServerKilled(Duration at) implements Fault {
        @Override
        public String words() {
            return "the server is killed";
        }
    }

    /** One of the egresses that run dies. */
    record EgressKilled(Duration at, Manner manner) implements Fault {
        @Override
        public String words() {
            return "an egress dies: " + manner.words;
        }
    }

    /** The object store answers 503 to everybody, the egresses included. */
    record StoreRefuses(Duration at, Duration lasting) implements Fault {
        @Override
        public String words() {
            return "the store refuses for " + lasting.toSeconds() + " s";
        }
    }

    /** The mail server accepts connections and says nothing. */
    record MailSilent(Duration at, Duration lasting) implements Fault {
        @Override
        public String words() {
            return "the mail server is silent for " + lasting.toSeconds() + " s";
        }
    }

    /** LiveKit takes its time to begin and to answer, often longer than anybody waits. */
    record LiveKitSlow(Duration at, Duration lasting) implements Fault {
        @Override
        public String words() {
            return "LiveKit is slow for " + lasting.toSeconds() + " s";
        }
    }

    /** LiveKit's clock is off by so much, in its tokens and its time stamps, until it is set again. */
    record LiveKitClock(Duration at, Duration off) implements Fault {
        @Override
        public String words() {
            return "LiveKit's clock is off by " + off.toSeconds() + " s";
        }
    }

    /** How an egress dies. */
    enum Manner {
        FAILED("it says so"),
        UNATTENDED("it saw nobody publish anything"),
        VANISHED("nobody hears of it again"),
        VANISHED_AFTER_UPLOAD("nobody hears of it again, but its file is there");

        private final String words;

        Manner(String words) {
            this.words = words;
        }
    }
}
