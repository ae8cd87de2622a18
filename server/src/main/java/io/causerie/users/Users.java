package io.causerie.users;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The accounts (contract 01, section 11), read afresh by each request that needs one. */
@Service
public class Users {

    private final UserRepository repository;

    Users(UserRepository repository) {
        this.repository = repository;
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
}
