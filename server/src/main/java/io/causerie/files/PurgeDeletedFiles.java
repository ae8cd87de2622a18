package io.causerie.files;

import io.causerie.platform.Command;
import io.causerie.platform.CommandPart;
import java.time.Duration;

/** {@code purge_deleted_files}: removes what was deleted long enough ago, and what an earlier removal left (contract 02, section 14.4). */
@CommandPart("purge_deleted_files")
class PurgeDeletedFiles implements Command {

    private final FileRepository repository;
    private final FileRemoval removal;
    private final Duration grace;

    PurgeDeletedFiles(FileRepository repository, FileRemoval removal, FileProperties properties) {
        this.repository = repository;
        this.removal = removal;
        this.grace = Duration.ofDays(properties.purgeGraceDays());
    }

    @Override
    public void run(Options options, Console console) {
        var deleted = repository.purgeable(grace);
        if (options.has("--dry-run")) {
            console.say("[DRY-RUN] Would purge " + deleted.size() + " deleted file(s).");
            return;
        }
        int purged = removal.remove(deleted, id -> repository.condemnPurgeable(id, grace), console);
        console.say("Purged " + purged + " deleted file(s).");
    }
}
