package io.causerie.meetings;

/** What is answered when something was done to a live meeting (contract 03, section 12). */
record Done(String status) {

    static final Done SUCCESS = new Done("success");
}
