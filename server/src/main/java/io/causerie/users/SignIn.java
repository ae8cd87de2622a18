package io.causerie.users;

import io.causerie.users.ProviderRequests.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The way to the identity provider and back (contract 01, sections 9.2 and 9.5 to 9.9). */
@Service
class SignIn {

    static final String CALLBACK = "/api/v1.0/callback/";

    private final ProviderRequests requests;
    private final IdentityProvider provider;
    private final Identification identification;
    private final Sessions sessions;

    SignIn(ProviderRequests requests, IdentityProvider provider, Identification identification, Sessions sessions) {
        this.requests = requests;
        this.provider = provider;
        this.identification = identification;
        this.sessions = sessions;
    }

    /** Where to send the browser, and the session that remembers it. */
    record Departure(Session session, String url) {}

    Departure begin(@Nullable Session session, Attempt attempt) {
        var departure = requests.signIn(attempt);
        var changed = sessions.change(
                session,
                it -> it.withState(departure.state(), departure.pending()).withNext(attempt.next(), attempt.silent()));
        return new Departure(changed, departure.url());
    }

    /**
     * A browser that is signed in.
     *
     * @param changed whether nobody, or somebody else, was before
     */
    record Arrival(SessionKey key, boolean changed) {}

    private Identified identify(IdentityProvider.Vouched vouched, Browser browser) {
        try {
            return identification.identify(vouched.claims(), browser.owner());
        } catch (DataIntegrityViolationException e) {
            throw new SignInFailure.Failed("the database refuses the account as the provider tells it");
        }
    }

    /** Signs the browser in as the person the provider vouches for. */
    Arrival complete(Browser browser, PendingState pending, String code, String redirectUri) {
        var vouched = provider.vouch(code, redirectUri, pending);
        var user = identify(vouched, browser);
        boolean same = browser.owner() != null
                && browser.owner().id().equals(user.user().id());
        return new Arrival(sessions.signIn(browser.session(), user, vouched.sid(), vouched.idToken()), !same);
    }
}
