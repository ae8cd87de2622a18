package io.causerie.integrations;

import java.util.UUID;

/** A new person is to be signed up to the marketing service. */
record ContactDue(UUID user) {}
