package io.causerie.standalone;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets in who knows an account's password; the name of who is let in is the account's id. No bean, or Spring would ask it twice. */
class SignInByPassword implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInThrottle throttle;

    SignInByPassword(Accounts accounts, SignInThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!throttle.mayTry(address, name)) {
            throw new LockedException("too many attempts");
        }
        var account = accounts.signIn(name, String.valueOf(attempt.getCredentials()));
        if (account.isEmpty()) {
            throttle.failed(address, name);
            throw new BadCredentialsException("no such account and password");
        }
        throttle.succeeded(name);
        return signedIn(account.get());
    }

    /** Who is signed in at the provider; the authority holds the time, which the ID token tells. */
    static Authentication signedIn(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                account.id().toString(),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
