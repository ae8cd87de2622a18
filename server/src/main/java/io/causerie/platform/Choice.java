package io.causerie.platform;

/** An enumeration with the lower-case values of the database and the wire (contract 02, section 3). */
public interface Choice {

    /** The value as it is stored and sent. */
    String wire();

    /** The constant with that value; {@link IllegalArgumentException} when there is none. */
    static <E extends Enum<E> & Choice> E of(Class<E> type, String wire) {
        for (var constant : type.getEnumConstants()) {
            if (constant.wire().equals(wire)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName() + " is called '" + wire + "'");
    }
}
