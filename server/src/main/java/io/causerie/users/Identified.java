package io.causerie.users;

/**
 * A user found or made at sign-in.
 *
 * @param password the stored column, of which sessions keep a proof; never a password in clear
 */
record Identified(User user, String password) {

    @Override
    public String toString() {
        return user.id().toString();
    }
}
