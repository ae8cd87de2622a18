package io.causerie.users;

import io.causerie.platform.CauserieProperties;
import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import io.causerie.platform.Passwords;
import java.text.Normalizer;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code createsuperuser}: makes an administrator, or of an account one; may be run at each release (contract 02, section 14.1). */
@CommandPart("createsuperuser")
class CreateSuperuser implements Command {

    private final AdministratorRepository administrators;
    private final CauserieProperties causerie;
    private final TransactionTemplate transaction;

    CreateSuperuser(
            AdministratorRepository administrators, CauserieProperties causerie, TransactionTemplate transaction) {
        this.administrators = administrators;
        this.causerie = causerie;
        this.transaction = transaction;
    }

    @Override
    public void run(Options options, Console console) {
        var email = Normalizer.normalize(options.text("--email").orElse(""), Normalizer.Form.NFKC);
        if (!EmailAddress.isValid(email)) {
            throw new CommandError("Enter a valid email address.");
        }
        var password = options.text("--password");
        if (password.filter(String::isEmpty).isPresent()) {
            throw new CommandError("The password is empty. Leave --password out for an account without one.");
        }
        var stored = password.map(Passwords::encode).orElseGet(Passwords::unusable);
        console.say(String.valueOf(transaction.<String>execute(status -> apply(email, stored, console))));
    }

    /** Which of the three cases it was. */
    private String apply(String email, String password, Console console) {
        if (administrators.lock(email).isEmpty() && administrators.insert(email, password, causerie.languageCode())) {
            return "Superuser created successfully.";
        }
        var found = administrators.lock(email).orElseThrow(() -> new CommandError("The account vanished meanwhile."));
        administrators.promote(found.id(), password);
        if (!found.active()) {
            console.complain("The account is not active: it cannot sign in until somebody activates it.");
        }
        return found.staff() && found.superuser()
                ? "Superuser already exists."
                : "User already existed and was upgraded to superuser.";
    }
}
