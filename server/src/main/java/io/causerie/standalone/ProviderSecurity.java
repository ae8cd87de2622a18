package io.causerie.standalone;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The built-in identity provider: Spring's authorization server and a sign-in page. Its filter chains stand before these paths only; no request of the
 * application passes them.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ProviderPart
class ProviderSecurity {

    static final String SIGN_IN = "/signin";
    static final String REGISTER = "/register";

    @Bean
    DelegatingFilterProxyRegistrationBean providerFilter() {
        var filter = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        filter.setUrlPatterns(List.of(
                "/oauth2/*", "/connect/*", "/userinfo", "/.well-known/openid-configuration", SIGN_IN, REGISTER));
        return filter;
    }

    /** Its chains, a tenth of the work of a start, are built beside the first requests: see {@link ProviderWarmUp}. */
    @Bean
    static BeanFactoryPostProcessor chainsAreLazy() {
        return beans -> Stream.of(beans.getBeanDefinitionNames())
                .map(beans::getBeanDefinition)
                .filter(it -> it.getResolvableType().toClass().getName().startsWith("org.springframework.security."))
                .forEach(it -> it.setLazyInit(true));
    }

    @Bean
    RegisteredClient theApplication(ProviderAgreement properties) {
        return ProviderClient.of(properties);
    }

    @Bean
    RegisteredClientRepository providerClients(RegisteredClient application) {
        return new InMemoryRegisteredClientRepository(application);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(ProviderAgreement properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    JwtDecoder providerTokenDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** The newest key signs; it is the first. */
    @Bean
    JwtEncoder providerTokenEncoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    FirstSignIn firstSignIn(Accounts accounts) {
        return accounts.prepare();
    }

    @Bean
    @Order(1)
    SecurityFilterChain providerProtocol(
            HttpSecurity http, Accounts accounts, RegisteredClient application, JwtDecoder decoder) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(
                        server,
                        it -> it.clientAuthentication(client -> client.authenticationProviders(
                                        providers -> providers.forEach(ProviderSecurity::compareSecretsPlainly)))
                                .oidc(oidc -> oidc.userInfoEndpoint(
                                                user -> user.userInfoMapper(who -> claims(who, accounts)))
                                        .logoutEndpoint(logout -> logout.authenticationProviders(providers -> {
                                            providers.clear();
                                            providers.add(new ProviderSignOut(application, decoder));
                                        }))))
                // Who must not be shown a page is told so by the endpoint itself: login_required.
                .authorizeHttpRequests(it -> it.requestMatchers(ProviderSecurity::showsNothing)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(it -> it.jwt(Customizer.withDefaults()))
                .exceptionHandling(it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain providerPages(
            HttpSecurity http, Accounts accounts, SignInThrottle throttle, ProviderAgreement properties)
            throws Exception {
        // A browser also asks this policy about the redirects that follow the form.
        var policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + String.join(" ", ProviderClient.origins(properties.issuer()));
        return http.securityMatcher(SIGN_IN, REGISTER)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .authenticationProvider(new SignInByPassword(accounts, throttle))
                .headers(it -> it.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .formLogin(it -> it.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .defaultSuccessUrl("/api/v1.0/authenticate/")
                        .failureHandler(refused()))
                .build();
    }

    private static boolean showsNothing(HttpServletRequest request) {
        return request.getRequestURI().equals("/oauth2/authorize") && "none".equals(request.getParameter("prompt"));
    }

    private static AuthenticationFailureHandler refused() {
        return (request, response, e) -> {
            response.setStatus(302);
            response.setHeader("Location", SIGN_IN + (e instanceof LockedException ? "?later" : "?refused"));
        };
    }

    private static OidcUserInfo claims(OidcUserInfoAuthenticationContext who, Accounts accounts) {
        var id = UUID.fromString(who.getAuthorization().getPrincipalName());
        return accounts.find(id)
                .map(it -> new OidcUserInfo(it.claims()))
                .orElseThrow(() -> new IllegalStateException("the account is gone"));
    }

    /** The application's secret is long and random, and both sides have it in clear: a slow hash would only cost time. */
    private static void compareSecretsPlainly(
            org.springframework.security.authentication.AuthenticationProvider provider) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new PlainSecrets());
        }
    }

    private static final class PlainSecrets implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence secret) {
            return secret == null ? null : secret.toString();
        }

        @Override
        public boolean matches(@Nullable CharSequence sent, @Nullable String known) {
            return sent != null
                    && known != null
                    && MessageDigest.isEqual(
                            sent.toString().getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
        }
    }
}
