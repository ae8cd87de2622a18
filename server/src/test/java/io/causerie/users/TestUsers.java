package io.causerie.users;

import io.causerie.users.UserRepository.NewUser;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes people and signs their browsers in, as the identity provider's answer would; for tests over HTTP. */
@Component
public class TestUsers {

    private final UserRepository users;
    private final Sessions sessions;
    private final JdbcClient jdbc;

    TestUsers(UserRepository users, Sessions sessions, JdbcClient jdbc) {
        this.users = users;
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /** A new person called {@code Alice Martin}, in English and UTC, with a browser of her own. */
    public SignedIn alice() {
        return signIn(create("Alice Martin"));
    }

    /** A new person called {@code Bob Durand}. */
    public SignedIn bob() {
        return signIn(create("Bob Durand"));
    }

    /** A new account; sub and e-mail are unlike any other's. */
    public User create(String fullName) {
        return create(fullName, "en-us", "UTC");
    }

    public User create(String fullName, String language, String timezone) {
        var shortName = fullName.split(" ")[0];
        var sub = UUID.randomUUID().toString();
        var email = shortName.toLowerCase(java.util.Locale.ROOT) + "-" + sub.substring(0, 8) + "@example.org";
        var claims = new Claims(sub, email, true, fullName, shortName);
        return users.insert(new NewUser(sub, claims, language, timezone, false, true))
                .orElseThrow()
                .user();
    }

    /** Another browser of the same person. */
    public SignedIn signIn(User user) {
        var identified = users.bySub(String.valueOf(user.sub())).orElseThrow();
        var key = sessions.signIn(null, identified, null, null);
        return new SignedIn(identified.user(), key.value(), RandomText.of(Csrf.LENGTH));
    }

    /** Makes the person an operator of the server. */
    public void promote(User user) {
        jdbc.sql("update public.meet_user set is_staff = true, is_superuser = true where id = :id")
                .param("id", user.id())
                .update();
    }

    public void deactivate(User user) {
        jdbc.sql("update public.meet_user set is_active = false where id = :id")
                .param("id", user.id())
                .update();
    }

    /** Deletes the account with all it has access to, as the admin site of the reference server does (contract 02, section on deletions). */
    public void delete(User user) {
        for (var table : List.of("meet_resource_access", "meet_recording_access")) {
            jdbc.sql("delete from public." + table + " where user_id = :id")
                    .param("id", user.id())
                    .update();
        }
        jdbc.sql("delete from public.meet_user where id = :id")
                .param("id", user.id())
                .update();
    }
}
