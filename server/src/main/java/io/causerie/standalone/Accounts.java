package io.causerie.standalone;

import io.causerie.users.Users;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The people the built-in identity provider knows. */
@Service
@ProviderPart
class Accounts {

    /** The operator's account; may be typed without its domain. */
    static final String ADMIN = "admin@localhost";

    private final AccountRepository repository;
    private final AccountPasswords passwords;
    private final Users users;

    Accounts(AccountRepository repository, AccountPasswords passwords, Users users) {
        this.repository = repository;
        this.passwords = passwords;
        this.users = users;
    }

    Optional<Account> find(UUID id) {
        return repository.find(id);
    }

    /** The account of that e-mail, if the password is its own; takes equally long for one that does not exist. */
    Optional<Account> signIn(String name, String password) {
        var typed = name.strip();
        var found = repository.byEmail(typed.indexOf('@') < 0 ? typed + "@localhost" : typed);
        if (found.isEmpty()) {
            passwords.matchNothing(password);
        }
        return found.filter(it -> passwords.matches(password, it.hash())).map(AccountRepository.Guarded::account);
    }

    /** Makes an account; empty when the e-mail has one already. */
    Optional<Account> register(String name, String email, String password, @Nullable String locale) {
        var account = new Account(UUID.randomUUID(), email.strip(), name.strip(), locale);
        return repository.insert(account, passwords.hash(password)) ? Optional.of(account) : Optional.empty();
    }

    /** Makes the operator's account where there is none at all, with a password that is told once. */
    FirstSignIn prepare() {
        if (!repository.isEmpty()) {
            return new FirstSignIn("admin", null);
        }
        var password = AccountPasswords.generated();
        register("Admin", ADMIN, password, null)
                .ifPresent(it -> users.enrolOperator(it.id().toString(), ADMIN, it.name()));
        return new FirstSignIn("admin", password);
    }
}
