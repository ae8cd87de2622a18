package io.causerie.users;

/** Why a sign-in came to nothing; the text is for the log and holds no personal data, token or address of a person. */
abstract sealed class SignInFailure extends RuntimeException {

    private SignInFailure(String reason) {
        super(reason, null, false, false);
    }

    /** What the log says. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** The provider failed, or the person may not enter: the browser goes to the failure page. */
    static final class Failed extends SignInFailure {
        Failed(String reason) {
            super(reason);
        }
    }

    /** What came back cannot be what the provider signed for this browser: answered 400. */
    static final class Suspicious extends SignInFailure {
        Suspicious(String reason) {
            super(reason);
        }
    }
}
