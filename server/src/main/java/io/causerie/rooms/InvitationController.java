package io.causerie.rooms;

import io.causerie.mail.MailFailure;
import io.causerie.platform.ApiException;
import io.causerie.platform.Body;
import io.causerie.platform.ThrottleScope;
import io.causerie.platform.Throttled;
import io.causerie.platform.Words;
import io.causerie.users.CurrentUser;
import io.causerie.users.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code POST /api/v1.0/rooms/{id or slug}/invite/} (contract 03, section 13). */
@RestController
class InvitationController {

    private static final Logger log = LoggerFactory.getLogger(InvitationController.class);

    private final Rooms rooms;
    private final Invitations invitations;
    private final InvitationProperties properties;

    InvitationController(Rooms rooms, Invitations invitations, InvitationProperties properties) {
        this.rooms = rooms;
        this.invitations = invitations;
        this.properties = properties;
    }

    record Answer(String status, String message) {}

    @Throttled(ThrottleScope.INVITATION)
    @PostMapping("/api/v1.0/rooms/{pk:[^.]+}/invite/")
    Answer invite(@PathVariable String pk, CurrentUser user, Body body, Locale language, HttpServletRequest request) {
        var room = rooms.privileged(pk, user);
        var input = body.read();
        var people = input.requiredTexts(
                "emails", properties.most(), it -> EmailAddress.isValid(it) ? null : Words.EMAIL.say());
        input.verify();
        var here = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        try {
            invitations.send(room, user.user(), people, language, here);
        } catch (MailFailure e) {
            log.error("invitations were not sent: {} ({})", e.getMessage(), e.smtpStatus());
            throw new ApiException.Failed(500, "Invitations could not be sent.");
        }
        return new Answer("success", "invitations sent");
    }
}
