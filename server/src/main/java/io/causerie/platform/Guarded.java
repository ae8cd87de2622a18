package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;

/** A controller whose callers prove who they are by other means than a session, such as a token; asked before anything else of it. */
public interface Guarded {

    /** Returns if the caller may come in; throws the 401 or 403 of its kind of proof (contract 01, section 7.1). */
    void admit(HttpServletRequest request);
}
