package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A check that every request with a handler passes before its method is looked at and its body is read (contract 01, section 2). Gates are asked by their
 * {@code @Order}: who calls ({@link #CALLER}), then how often ({@link #THROTTLE}).
 */
public interface Gate {

    int CALLER = 100;
    int THROTTLE = 200;

    /** Returns if the request may go on; throws the {@link ApiException} its sender is told. */
    void pass(Endpoint endpoint, HttpServletRequest request, HttpServletResponse response);
}
