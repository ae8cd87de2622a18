package io.causerie.platform;

/** A text that must never be printed: its {@code toString} hides it. */
public record Secret(String value) {

    @Override
    public String toString() {
        return value.isEmpty() ? "" : "[REDACTED]";
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }
}
