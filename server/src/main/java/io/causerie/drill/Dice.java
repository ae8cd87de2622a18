package io.causerie.drill;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws that depend on the seed and on what they are for, never on what happened before: the same seed gives the same ones. */
record Dice(long seed) {

    RandomGenerator of(String what) {
        return new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + what.hashCode());
    }

    /** A duration between these two, in milliseconds. */
    static Duration between(RandomGenerator dice, long least, long most) {
        return Duration.ofMillis(dice.nextLong(least, most + 1));
    }
}
