package io.causerie.platform;

/** The body {@code {"message": ...}} of a request that did something. */
public record Message(String message) {}
