package io.causerie.standalone;

import io.causerie.platform.ApiException;
import io.causerie.users.Caller;
import io.causerie.users.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The inbox of the mail that a standalone server keeps instead of sending it; for administrators, as it may hold anybody's. */
@Controller
@Profile(StandaloneBoot.PROFILE)
class MailController {

    private static final int SHOWN = 200;
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'";

    /** A received mail runs nothing and fetches nothing; its links open a window of their own. */
    private static final String LETTER_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
                    + "img-src data:; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

    private final MailFolder folder;

    MailController(StandaloneParts parts) {
        this.folder = parts.mail();
    }

    /** One mail as scripts read it. */
    record MailAnswer(
            String id,
            List<String> to,
            String subject,
            @Nullable Instant date,
            String text) {}

    @GetMapping({"/mail/messages", "/mail/messages/"})
    @ResponseBody
    List<MailAnswer> messages(Caller caller) {
        var user = caller.user().orElseThrow(ApiException.Unauthenticated::new);
        if (!administers(user)) {
            throw new ApiException.Forbidden();
        }
        return newest().map(it -> new MailAnswer(it.id(), it.to(), it.subject(), it.date(), it.text()))
                .toList();
    }

    @GetMapping({"/mail", "/mail/"})
    @Nullable
    String list(Caller caller, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!enters(caller, request, response)) {
            return null;
        }
        dress(caller, request, response, model);
        model.addAttribute(
                "letters", newest().map(it -> line(it, caller, request)).toList());
        return "inbox/list";
    }

    @GetMapping("/mail/{id:\\d+}")
    @Nullable
    String show(
            @PathVariable String id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!enters(caller, request, response)) {
            return null;
        }
        dress(caller, request, response, model);
        var letter = find(id).orElseThrow(ApiException.NotFound::new);
        model.addAttribute("line", line(letter, caller, request));
        model.addAttribute("letter", letter);
        return "inbox/letter";
    }

    /** The mail's own HTML, for the frame on its page. */
    @GetMapping("/mail/{id:\\d+}/html")
    @Nullable
    ResponseEntity<String> html(
            @PathVariable String id, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (!enters(caller, request, response)) {
            return null;
        }
        var html = find(id).flatMap(it -> Optional.ofNullable(it.html())).orElseThrow(ApiException.NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", LETTER_POLICY)
                .body("<base target=\"_blank\">" + html);
    }

    @GetMapping("/mail/style.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=utf-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("io/causerie/standalone/inbox.css"));
    }

    /** Lets administrators in; sends strangers to sign in and everybody else away. */
    private static boolean enters(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (caller.anonymous()) {
            var here = URLEncoder.encode(request.getRequestURL().toString(), StandardCharsets.UTF_8);
            response.setStatus(302);
            response.setHeader(HttpHeaders.LOCATION, "/api/v1.0/authenticate/?returnTo=" + here);
            return false;
        }
        if (caller.user().filter(MailController::administers).isEmpty()) {
            throw new ApiException.Forbidden();
        }
        return true;
    }

    private static boolean administers(User user) {
        return user.staff() || user.superuser();
    }

    private static void dress(Caller caller, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Content-Security-Policy", PAGE_POLICY);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("language", InboxWords.language(request.getLocale()).getLanguage());
        model.addAttribute("words", InboxWords.in(request.getLocale()));
    }

    /** What the page prints of a mail besides its body. */
    record Line(
            String id,
            String to,
            String subject,
            String date,
            @Nullable Instant instant) {}

    private static Line line(Letter letter, Caller caller, HttpServletRequest request) {
        return new Line(
                letter.id(),
                String.join(", ", letter.to()),
                letter.subject(),
                date(letter.date(), caller, request.getLocale()),
                letter.date());
    }

    private static String date(@Nullable Instant date, Caller caller, Locale locale) {
        if (date == null) {
            return "";
        }
        var zone = caller.user().map(it -> ZoneId.of(it.timezone())).orElse(ZoneId.of("UTC"));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(date);
    }

    private java.util.stream.Stream<Letter> newest() {
        return folder.ids().stream().limit(SHOWN).flatMap(id -> find(id).stream());
    }

    private Optional<Letter> find(String id) {
        return folder.read(id).map(bytes -> Letter.read(id, bytes));
    }
}
