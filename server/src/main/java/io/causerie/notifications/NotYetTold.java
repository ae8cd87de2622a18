package io.causerie.notifications;

/** Leaves the publication outstanding, so that it comes again; says nothing of the reason, which is written down elsewhere. */
class NotYetTold extends RuntimeException {
    NotYetTold() {
        super("a mail is still to be sent", null, false, false);
    }
}
