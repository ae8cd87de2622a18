package io.causerie.standalone;

import io.causerie.users.EmailAddress;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The pages of the built-in identity provider: sign in, make an account. */
@Controller
@ProviderPart
class AccountController {

    private final Accounts accounts;
    private final AccountPasswords passwords;
    private final AccountProperties properties;
    private final SignInThrottle throttle;
    private final SignInAfterRegistration arrival = new SignInAfterRegistration();

    AccountController(
            Accounts accounts, AccountPasswords passwords, AccountProperties properties, SignInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.properties = properties;
        this.throttle = throttle;
    }

    @GetMapping(ProviderSecurity.SIGN_IN)
    String signIn(HttpServletRequest request, Model model) {
        describe(request, model);
        if (request.getParameter("refused") != null) {
            model.addAttribute("problem", "refused");
        } else if (request.getParameter("later") != null) {
            model.addAttribute("problem", "later");
        }
        return "accounts/signin";
    }

    @GetMapping("/signin/style.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=utf-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("io/causerie/standalone/accounts.css"));
    }

    @GetMapping(ProviderSecurity.REGISTER)
    String register(HttpServletRequest request, Model model) {
        describe(request, model);
        return properties.registration() ? "accounts/register" : "accounts/closed";
    }

    @PostMapping(ProviderSecurity.REGISTER)
    @Nullable
    String register(HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        describe(request, model);
        if (!properties.registration()) {
            return "accounts/closed";
        }
        var form = Registration.of(request);
        var problem = problem(form, request.getRemoteAddr());
        var account = problem != null
                ? null
                : accounts.register(
                                form.name(),
                                form.email(),
                                form.password(),
                                language(request).getLanguage())
                        .orElse(null);
        if (account != null) {
            arrival.go(account, request, response);
            return null;
        }
        response.setStatus(400);
        model.addAttribute("problem", problem == null ? "taken" : problem);
        model.addAttribute("name", form.name());
        model.addAttribute("email", form.email());
        return "accounts/register";
    }

    /** What a person types to get an account. */
    private record Registration(String name, String email, String password, String repeated) {

        static Registration of(HttpServletRequest request) {
            return new Registration(
                    field(request, "name").strip(),
                    field(request, "email").strip(),
                    field(request, "password"),
                    field(request, "repeated"));
        }

        private static String field(HttpServletRequest request, String name) {
            var value = request.getParameter(name);
            return value == null ? "" : value;
        }
    }

    private @Nullable String problem(Registration form, String address) {
        if (form.name().isEmpty()
                || form.name().length() > 100
                || form.name().chars().anyMatch(Character::isISOControl)) {
            return "name";
        }
        if (!EmailAddress.isValid(form.email())
                || form.email().toLowerCase(Locale.ROOT).endsWith("@localhost")) {
            return "email";
        }
        if (!passwords.mayBeChosen(form.password(), form.email(), form.name())) {
            return "weak";
        }
        if (!form.password().equals(form.repeated())) {
            return "different";
        }
        return throttle.mayRegister(address) ? null : "later";
    }

    private void describe(HttpServletRequest request, Model model) {
        var language = language(request);
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("words", AccountWords.in(language));
        model.addAttribute("registration", properties.registration());
        model.addAttribute("problem", "");
        model.addAttribute("name", "");
        model.addAttribute("email", "");
    }

    private static Locale language(HttpServletRequest request) {
        return AccountWords.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
