package io.causerie.rooms;

import org.jspecify.annotations.Nullable;

/**
 * An access as one person sees it.
 *
 * @param caller their own role on the resource; null for none
 * @param own whether it is their own access
 * @param otherOwner whether somebody else owns the resource too
 */
record SeenAccess(ResourceAccess access, @Nullable Role caller, boolean own, boolean otherOwner) {

    boolean administered() {
        return caller != null && caller.privileged();
    }

    /** Whether the resource would be nobody's without it. */
    boolean lastOwner() {
        return access.owning() && !otherOwner;
    }
}
