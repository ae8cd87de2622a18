package io.causerie.files;

import io.causerie.platform.Command.Console;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import io.causerie.storage.ObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Removes files for good, one after the other: the decision is committed, then the objects go, then the row (contract 02, section 15.2). Where the store fails,
 * the row waits for the next purge, and the other files go all the same.
 */
@CommandPart
class FileRemoval {

    private static final int STEP = 100;

    private final FileRepository repository;
    private final ObjectStore store;
    private final FileProperties properties;

    FileRemoval(FileRepository repository, ObjectStore store, FileProperties properties) {
        this.repository = repository;
        this.store = store;
        this.properties = properties;
    }

    /** Removes those of the files that {@code condemn} still finds; answers how many went. */
    int remove(List<UUID> ids, Function<UUID, Optional<StoredFile>> condemn, Console console) {
        int removed = 0;
        int failed = 0;
        int seen = 0;
        for (var id : ids) {
            var file = condemn.apply(id);
            if (file.isPresent()) {
                boolean gone = remove(file.get());
                removed += gone ? 1 : 0;
                failed += gone ? 0 : 1;
                if (!gone) {
                    console.complain("[ERROR] The object of file " + id + " could not be deleted.");
                }
            }
            if (++seen % STEP == 0) {
                console.say("[INFO] " + seen + " of " + ids.size() + " file(s).");
            }
        }
        if (failed > 0) {
            throw new CommandError("Removed " + removed + " file(s); the objects of " + failed
                    + " could not be deleted: purge_deleted_files tries them again.");
        }
        return removed;
    }

    /** Objects that are not there are no error; an unfinished upload lies under another key than a finished one. */
    private boolean remove(StoredFile file) {
        try {
            store.delete(file.key(properties));
            store.delete(file.temporaryKey(properties));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        repository.delete(file.id());
        return true;
    }
}
