package io.causerie.users;

import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import io.causerie.platform.Passwords;

/** {@code changepassword}: gives an administrator another password; their sessions end with it (contract 02, section 14.6). Nothing is asked. */
@CommandPart("changepassword")
class ChangePassword implements Command {

    private static final int GENERATED = 20;

    private final AdministratorRepository administrators;

    ChangePassword(AdministratorRepository administrators) {
        this.administrators = administrators;
    }

    @Override
    public void run(Options options, Console console) {
        var email = options.text("E-MAIL").orElse("");
        var given = options.text("--password");
        if (given.filter(String::isEmpty).isPresent()) {
            throw new CommandError("The password is empty.");
        }
        var password = given.orElseGet(() -> RandomText.of(GENERATED));
        if (!administrators.changePassword(email, Passwords.encode(password))) {
            throw new CommandError("user '" + email + "' does not exist");
        }
        console.say("Password changed successfully for user '" + email + "'");
        if (given.isEmpty()) {
            console.say("The new password is " + password);
        }
    }
}
