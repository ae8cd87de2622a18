package io.causerie.livekit;

/** A call to LiveKit that did not do what was asked. */
public abstract sealed class LiveKitException extends RuntimeException {

    private LiveKitException(String message) {
        super(message);
    }

    /** LiveKit refused, or could not be reached at all ({@code unavailable}): nothing happened. {@code code} is Twirp's, such as {@code not_found}. */
    public static final class Refused extends LiveKitException {
        private final String code;
        private final boolean answered;

        public Refused(String code, String message) {
            this(code, message, true);
        }

        private Refused(String code, String message, boolean answered) {
            super(code + ": " + message);
            this.code = code;
            this.answered = answered;
        }

        /** Nobody answered at LiveKit's address. */
        static Refused unreached(String message) {
            return new Refused("unavailable", message, false);
        }

        /** Whether it was LiveKit itself that refused. */
        public boolean answered() {
            return answered;
        }

        public String code() {
            return code;
        }

        /** Nobody answered, or LiveKit has nobody to do it: worth trying again later. */
        public boolean unreachable() {
            return code.equals("unavailable");
        }

        public boolean notFound() {
            return code.equals("not_found");
        }
    }

    /** No answer: time-out, broken connection or body. What was asked may have happened all the same. */
    public static final class Unknown extends LiveKitException {
        public Unknown(String message) {
            super(message);
        }
    }
}
