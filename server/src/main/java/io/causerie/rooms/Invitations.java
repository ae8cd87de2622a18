package io.causerie.rooms;

import io.causerie.mail.Mail;
import io.causerie.mail.MailLocales;
import io.causerie.mail.Mailer;
import io.causerie.platform.CauserieProperties;
import io.causerie.users.User;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Invites people to a meeting by mail, none of whom learns of the others (contract 03, section 13). */
@Service
class Invitations {

    private final Mailer mailer;
    private final InvitationProperties properties;
    private final CauserieProperties server;

    Invitations(Mailer mailer, InvitationProperties properties, CauserieProperties server) {
        this.mailer = mailer;
        this.properties = properties;
        this.server = server;
    }

    /**
     * Sends now; throws {@link io.causerie.mail.MailFailure}.
     *
     * @param asked where the request found this server, for where nobody configured an address
     */
    void send(Room room, User sender, List<String> people, Locale language, String asked) {
        var name = room.slug().isEmpty() ? room.live() : room.slug();
        var link = base(asked) + "/" + name;
        var model = new HashMap<String, @Nullable Object>();
        model.put("sender", plain(sender.email() == null ? sender.name() : sender.email()));
        model.put("address", sender.email());
        model.put("link", link);
        model.put(
                "place",
                properties.domain().isEmpty() ? link.replaceFirst("^\\w+://", "") : properties.domain() + "/" + name);
        var subject = "Video call in progress: " + model.get("sender") + " is waiting for you to connect";
        mailer.send(Mail.hidden(people, subject, MailLocales.of(language.toLanguageTag()), "invitation", model));
    }

    private String base(String asked) {
        var base = !properties.baseUrl().isEmpty()
                ? properties.baseUrl()
                : server.url().isEmpty() ? asked : server.url();
        return base.replaceFirst("/+$", "");
    }

    /** A name is what somebody typed: in a subject it must not begin another header. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
