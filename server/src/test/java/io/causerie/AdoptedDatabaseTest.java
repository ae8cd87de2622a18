package io.causerie;

/** A test of the whole server on a database that its initializer brings ({@link ApplicationTest#DATABASE}). */
@ApplicationTest
abstract class AdoptedDatabaseTest {}
