package io.causerie.platform;

import java.util.Locale;

/** What is throttled, each by its own rate (contract 01, section 14). */
public enum ThrottleScope {
    /** Asking to enter a room. */
    REQUEST_ENTRY(Bucket.CALLER, Bucket.LOBBY_COOKIE),
    /** Beginning to wait at a room: each time a whole meeting is told. */
    LOBBY_ARRIVAL(Bucket.ADDRESS, Bucket.ADDRESS),
    /** Fetching a room just created. */
    CREATION_CALLBACK(Bucket.NONE, Bucket.ADDRESS),
    /** Room systems joining. */
    ROOMKIT_JOIN(Bucket.ALL, Bucket.ALL),
    /** Inviting people by mail; a limit of ours. */
    INVITATION(Bucket.CALLER, Bucket.NONE),
    /** Opening a recording by a link. */
    SHARED_RECORDING(Bucket.ADDRESS, Bucket.ADDRESS),
    /** Fetching a piece of its film: a player asks anew each time somebody jumps. */
    SHARED_MEDIA(Bucket.ADDRESS, Bucket.ADDRESS),
    /** Testing the connection. */
    CONNECTION_TEST(Bucket.CALLER, Bucket.ADDRESS);

    /** Whose requests are counted together. */
    enum Bucket {
        CALLER,
        ADDRESS,
        /** Those without the cookie are not counted. */
        LOBBY_COOKIE,
        ALL,
        NONE
    }

    private final Bucket signedIn;
    private final Bucket anonymous;

    ThrottleScope(Bucket signedIn, Bucket anonymous) {
        this.signedIn = signedIn;
        this.anonymous = anonymous;
    }

    Bucket bucket(boolean isSignedIn) {
        return isSignedIn ? signedIn : anonymous;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
