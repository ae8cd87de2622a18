package io.causerie.standalone;

import org.jspecify.annotations.Nullable;

/**
 * How to sign in for the first time, printed once the server is ready.
 *
 * @param account what to type as the account's name
 * @param password the generated one, only at the very first start
 */
record FirstSignIn(String account, @Nullable String password) {}
