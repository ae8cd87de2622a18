package io.causerie.users;

import io.causerie.platform.CauserieProperties;
import io.causerie.platform.Ids;
import io.causerie.users.UserRepository.NewUser;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The accounts (contract 01, section 11), read afresh by each request that needs one. */
@Service
public class Users {

    private final UserRepository repository;
    private final CauserieProperties causerie;

    Users(UserRepository repository, CauserieProperties causerie) {
        this.repository = repository;
        this.causerie = causerie;
    }

    public Optional<User> find(UUID id) {
        return repository.find(id);
    }

    /** The accounts with those ids that exist, in no order. */
    public List<User> all(Collection<UUID> ids) {
        return repository.all(ids);
    }

    /** By the identity provider's subject, as in LiveKit identities. */
    public Optional<User> bySub(String sub) {
        return repository.bySub(sub).map(Identified::user);
    }

    /** By what LiveKit calls the person: the subject, or the id of an account without one (contract 03, section 24.2, item 6). */
    public Optional<User> byIdentity(String identity) {
        return bySub(identity)
                .or(() -> Ids.lenient(identity)
                        .filter(it -> it.toString().equals(identity))
                        .flatMap(this::find)
                        .filter(it -> it.identity().equals(identity)));
    }

    /** Makes an operator of the server, who will sign in with that subject. */
    public void enrolOperator(String sub, String email, String name) {
        var claims = new Claims(sub, email, null, name, name);
        repository.insert(new NewUser(sub, claims, causerie.languageCode(), "UTC", true, false));
    }
}
