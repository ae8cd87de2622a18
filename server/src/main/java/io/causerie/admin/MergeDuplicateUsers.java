package io.causerie.admin;

import io.causerie.platform.Command;
import io.causerie.platform.CommandError;
import io.causerie.platform.CommandPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code merge_duplicate_users}: one account of those that share an e-mail, a transaction for each e-mail (contract 02, section 14.2). A group that fails is
 * left as it was, and told.
 */
@CommandPart("merge_duplicate_users")
class MergeDuplicateUsers implements Command {

    private final TwinRepository repository;
    private final TransactionTemplate transaction;

    MergeDuplicateUsers(TwinRepository repository, TransactionTemplate transaction) {
        this.repository = repository;
        this.transaction = transaction;
    }

    @Override
    public void run(Options options, Console console) {
        boolean dry = options.has("--dry-run");
        var filter = options.text("--email-filter").orElse("");
        if (dry) {
            console.say("[DRY-RUN] No changes will be written.");
        }
        if (!filter.isEmpty()) {
            console.say("[INFO] Filtering emails containing '" + filter + "'.");
        }
        var emails = repository.shared(filter);
        if (emails.isEmpty()) {
            console.say("[INFO] No duplicate users found. Nothing to do.");
            return;
        }
        console.say("[INFO] Found " + emails.size() + " email(s) with duplicate users.");
        new Run(dry, console).through(emails);
    }

    /** One run, and what came of it so far. */
    private final class Run {

        private final boolean dry;
        private final Console console;
        private final List<String> failed = new ArrayList<>();
        private int groups;
        private int deleted;

        Run(boolean dry, Console console) {
            this.dry = dry;
            this.console = console;
        }

        void through(List<String> emails) {
            for (var email : emails) {
                try {
                    tried(email).ifPresent(this::told);
                } catch (DataAccessException | TransactionException e) {
                    console.complain("[ERROR] Failed to merge '" + email + "': " + cause(e));
                    failed.add(email);
                }
            }
            if (!failed.isEmpty()) {
                throw new CommandError(
                        "Failed to merge " + failed.size() + " email group(s): " + String.join(", ", failed));
            }
            console.say("[DONE] Merged " + groups + " group(s), deleted " + deleted + " user(s).");
        }

        /** A row that somebody else hangs on an account meanwhile makes the commit fail: then all is there to be moved again. */
        private Optional<Twins> tried(String email) {
            for (int tries = 1; ; tries++) {
                try {
                    var merged = transaction.<Optional<Twins>>execute(status -> merged(email));
                    return merged == null ? Optional.empty() : merged;
                } catch (DataIntegrityViolationException e) {
                    if (tries == 3) {
                        throw e;
                    }
                }
            }
        }

        /** Empty when the accounts are no twins any more. */
        private Optional<Twins> merged(String email) {
            var accounts = repository.lock(email);
            if (accounts.size() < 2) {
                return Optional.empty();
            }
            var twins = Twins.of(email, accounts);
            if (!dry) {
                twins.stale()
                        .forEach(it -> repository.merge(it.id(), twins.kept().id()));
                twins.loginGiver()
                        .ifPresent(it -> repository.giveLogin(twins.kept().id(), it));
                repository.lowerEmail(twins.kept().id());
            }
            return Optional.of(twins);
        }

        private void told(Twins twins) {
            console.say(
                    "[INFO] Email '" + twins.email() + "': " + (twins.stale().size() + 1) + " users — keeping "
                            + twins.kept().told() + ".");
            twins.stale().forEach(it -> console.say("stale: " + it.told()));
            if (dry) {
                var counts =
                        repository.counts(twins.stale().stream().map(Twin::id).toList());
                console.say("[DRY-RUN] Would migrate: " + counts.rooms() + " ResourceAccess, " + counts.recordings()
                        + " RecordingAccess, " + counts.files() + " File(s).");
            } else {
                groups++;
                deleted += twins.stale().size();
            }
            losses(twins);
        }

        /** What an operator would not expect to be gone. */
        private void losses(Twins twins) {
            twins.loginGiver()
                    .ifPresent(it -> console.say(
                            "[INFO] The admin e-mail and password of " + it.id() + " go to the kept user."));
            for (var it : twins.stale()) {
                if (it.privileged()) {
                    console.say("[WARNING] " + it.id()
                            + " was staff, superuser or had permissions; the kept user gets none of them:"
                            + " grant them with createsuperuser.");
                }
                if (it.activated()) {
                    console.say("[WARNING] " + it.id() + " had a sub of its own, which nobody has any more.");
                }
                if (it.adminEmail() != null
                        && twins.loginGiver().filter(it::equals).isEmpty()) {
                    console.say("[WARNING] " + it.id() + " had an admin e-mail, which nobody has any more.");
                }
            }
        }

        private String cause(RuntimeException e) {
            return NestedExceptionUtils.getMostSpecificCause(e) instanceof java.sql.SQLException sql
                    ? "SQLSTATE " + sql.getSQLState()
                    : e.getClass().getSimpleName();
        }
    }
}
