package io.causerie.livekit;

/** A call to LiveKit that did not do what was asked. */
public abstract sealed class LiveKitException extends RuntimeException {

    private LiveKitException(String message) {
        super(message);
    }

    /** LiveKit refused, or could not be reached at all ({@code unavailable}): nothing happened. {@code code} is Twirp's, such as {@code not_found}. */
    public static final class Refused extends LiveKitException {
        private final String code;

        public Refused(String code, String message) {
            super(code + ": " + message);
            this.code = code;
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
