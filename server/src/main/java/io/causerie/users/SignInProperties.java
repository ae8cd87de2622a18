package io.causerie.users;

import io.causerie.platform.Literal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sign-in and sign-out are asked for, and where they lead (contract 01, sections 9.2, 9.3 and 22.4).
 *
 * @param authRequestExtraParams added to the authorization address, such as {@code acr_values}
 * @param useNonce binds the ID token to the request
 * @param storeIdToken keeps the ID token in the session, as the provider's sign-out needs it
 * @param redirectFieldName the parameter that says where to go afterwards
 * @param redirectAllowedHosts other hosts that may be gone to
 * @param logoutByGet whether a link may sign out
 */
@ConfigurationProperties("causerie.sign-in")
record SignInProperties(
        String scopes,
        Literal authRequestExtraParams,
        boolean useNonce,
        boolean usePkce,
        String pkceChallengeMethod,
        int pkceVerifierSize,
        boolean storeIdToken,
        String redirectFieldName,
        @DefaultValue List<String> redirectAllowedHosts,
        boolean redirectRequireHttps,
        String loginRedirectUrl,
        String loginRedirectUrlFailure,
        String logoutRedirectUrl,
        boolean logoutByGet) {

    String afterSignIn() {
        return orHome(loginRedirectUrl);
    }

    String afterFailure() {
        return orHome(loginRedirectUrlFailure);
    }

    String afterSignOut() {
        return orHome(logoutRedirectUrl);
    }

    /** The hosts without the schemes, quotes and brackets that deployments put around them. */
    Set<String> hosts() {
        return redirectAllowedHosts.stream()
                .map(it -> it.replaceAll("[\\[\\]\"' ]", "")
                        .replaceFirst("^https?://", "")
                        .replaceFirst("/+$", ""))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String orHome(String url) {
        return url.isEmpty() ? "/" : url;
    }
}
