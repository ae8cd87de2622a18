package io.causerie.users;

import java.util.UUID;

/** Somebody signed in for the first time and has an account from now on; published in the transaction that makes it. */
public record PersonJoined(UUID user) {}
