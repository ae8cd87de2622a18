package io.causerie.livekit;

/** MT19937, initialised by an array of one number; only because colours must come out as elsewhere (contract 03, section 9.1). */
final class MersenneTwister {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;
    private static final int[] START = start();

    private final int[] state = START.clone();
    private int next = SIZE;

    MersenneTwister(int seed) {
        int at = 1;
        for (int round = 0; round < SIZE; round++) {
            state[at] = (state[at] ^ (state[at - 1] ^ state[at - 1] >>> 30) * 1664525) + seed;
            at = step(at);
        }
        for (int round = 1; round < SIZE; round++) {
            state[at] = (state[at] ^ (state[at - 1] ^ state[at - 1] >>> 30) * 1566083941) - at;
            at = step(at);
        }
        state[0] = 0x80000000;
    }

    /** The next number in {@code [0, bound)}: the top bits of the output, drawn again while too large. */
    int below(int bound) {
        int unused = Integer.numberOfLeadingZeros(bound);
        int drawn = next() >>> unused;
        while (drawn >= bound) {
            drawn = next() >>> unused;
        }
        return drawn;
    }

    /** The next 32 bits. */
    int next() {
        if (next == SIZE) {
            twist();
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= bits << 7 & 0x9d2c5680;
        bits ^= bits << 15 & 0xefc60000;
        return bits ^ bits >>> 18;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int mixed = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7fffffff;
            state[i] = state[(i + SHIFT) % SIZE] ^ mixed >>> 1 ^ ((mixed & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    private int step(int at) {
        if (at + 1 < SIZE) {
            return at + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    private static int[] start() {
        var state = new int[SIZE];
        state[0] = 19650218;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        return state;
    }
}
