package io.causerie.files;

import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import java.time.Duration;

/** {@code clean_pending_files}: removes files whose upload was begun so long ago that it will never end (contract 02, section 14.3). */
@CommandPart("clean_pending_files")
class CleanPendingFiles implements Command {

    private final FileRepository repository;
    private final FileRemoval removal;

    CleanPendingFiles(FileRepository repository, FileRemoval removal) {
        this.repository = repository;
        this.removal = removal;
    }

    @Override
    public void run(Options options, Console console) {
        if (options.number("--hours") < 0) {
            throw new CommandError("Hours must be greater than 0");
        }
        var age = Duration.ofHours(options.number("--hours"));
        var stale = repository.stale(age);
        if (options.has("--dry-run")) {
            console.say("[DRY-RUN] Would clean " + stale.size() + " stale pending file(s).");
            return;
        }
        int cleaned = removal.remove(stale, id -> repository.condemnStale(id, age), console);
        console.say("Cleaned " + cleaned + " stale pending file(s).");
    }
}
