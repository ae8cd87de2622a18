package io.causerie.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells by what name a signed-in caller is counted; module users knows. */
public interface Callers {

    /** Empty for anybody who is not signed in; asks no database, for the caller has been recognised before. */
    Optional<String> name(HttpServletRequest request);
}
