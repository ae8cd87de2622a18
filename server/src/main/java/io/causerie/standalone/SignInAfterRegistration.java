package io.causerie.standalone;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Signs in who has just made an account, and lets them go on to where they wanted. */
final class SignInAfterRegistration {

    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignInAfterRegistration() {
        onward.setDefaultTargetUrl("/api/v1.0/authenticate/");
    }

    void go(Account account, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        // A session that was handed to the browser by somebody else must not become this person's.
        request.getSession();
        request.changeSessionId();
        var signedIn = SignInByPassword.signedIn(account);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        onward.onAuthenticationSuccess(request, response, signedIn);
    }
}
