package io.causerie.platform;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every command with its options (contract 02, section 14): the one list, read before anything is started. */
final class CommandLines {

    private static final String DRY_RUN = "Tell what would be done, and change nothing.";
    private static final String EMAIL = "the administrator's e-mail";

    private CommandLines() {}

    /** The parser of all of them. Values are taken as they are: a password may begin with {@code @} or be quoted. */
    static CommandLine parser() {
        var top = CommandSpec.create().name("java -jar causerie.jar");
        top.usageMessage()
                .description(
                        "Without a command: starts the server. Settings come from the environment, for the server and for every command.");
        commands().forEach(it -> top.addSubcommand(it.name(), it));
        return new CommandLine(top)
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setUnmatchedOptionsArePositionalParams(false)
                .setUsageHelpWidth(110);
    }

    private static List<CommandSpec> commands() {
        return List.of(
                command("migrate", "Creates or adopts the database and brings our own schema up to date.")
                        .addOption(flag(
                                "Accepted and without meaning: nothing is ever asked.", "--no-input", "--noinput")),
                command("check", "Ends with 0 as soon as settings can be read and the database answers.")
                        .addOption(text("default", "NAME", "Only 'default' exists.", "--database")),
                command(
                                "createsuperuser",
                                "Makes an administrator, or makes one of the account that has this administrator's e-mail.")
                        .addOption(required(text(null, "E-MAIL", EMAIL, "--email")))
                        .addOption(text(
                                null,
                                "PASSWORD",
                                "The password; without one the account has none any more.",
                                "--password")),
                command("changepassword", "Gives an administrator another password.")
                        .addPositional(argument("E-MAIL", EMAIL))
                        .addOption(text(
                                null, "PASSWORD", "The password; without one it is made and told once.", "--password")),
                command("merge_duplicate_users", "Makes one account of those that share an e-mail.")
                        .addOption(flag(DRY_RUN, "--dry-run"))
                        .addOption(
                                text(null, "TEXT", "Only e-mails that contain this, in any case.", "--email-filter")),
                command("clean_pending_files", "Removes files whose upload was never finished.")
                        .addOption(number("24", "N", "How many hours ago they were begun at least.", "--hours"))
                        .addOption(flag(DRY_RUN, "--dry-run")),
                command(
                                "purge_deleted_files",
                                "Removes files that were deleted, when FILE_PURGE_GRACE_DAYS have passed.")
                        .addOption(flag(DRY_RUN, "--dry-run")),
                command("create_demo", "Makes 100 people for a demonstration.")
                        .addOption(flag("Also where this is no development server.", "-f", "--force"))
                        .addOption(flag(DRY_RUN, "--dry-run")),
                command("recordings", "Asks and tells of recordings: check, due, retry [ID], hold ID, release ID.")
                        .addPositional(argument(
                                "ACTION",
                                "check: whether none was lost; due: which are old enough to"
                                        + " be deleted; retry: tries notifications again that were given up; hold, release:"
                                        + " forbids its deletion, and allows it again"))
                        .addPositional(optionalArgument(1, "ID", "a recording's id"))
                        .addOption(flag("check: also asks the store for each file.", "--files"))
                        .addOption(text(null, "TEXT", "hold: why.", "--reason")),
                command("clearsessions", "Removes sessions that have expired.").addOption(flag(DRY_RUN, "--dry-run")),
                command(
                                "drill",
                                "Records in a server of its own while everything fails that can fail, and draws up the account. Needs no"
                                        + " settings and touches nothing of yours.")
                        .addOption(number(
                                "900", "N", "How long is recorded among faults; settling comes after.", "--seconds"))
                        .addOption(text(
                                null,
                                "N",
                                "What the faults are drawn from; the same plan for the same number.",
                                "--seed"))
                        .addOption(number("8", "N", "How many rooms record at a time.", "--rooms"))
                        .addOption(text(
                                null,
                                "LIST",
                                "What does not happen: some of webhooks, kills, deaths, store, mail, livekit, clock.",
                                "--without"))
                        .addOption(text(
                                null, "FILE", "Also writes the verdict there, in the format of JUnit.", "--report"))
                        .addOption(flag("Leaves logs, database and files behind.", "--keep")),
                command("sendtestemail", "Sends a mail, to see whether mail works.")
                        .addPositional(argument("E-MAIL", "who gets it")));
    }

    private static CommandSpec command(String name, String description) {
        var command = CommandSpec.create().name(name).addOption(help());
        command.usageMessage().description(description);
        return command;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this.")
                .build();
    }

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names[0], names)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    private static OptionSpec text(
            @org.jspecify.annotations.Nullable String preset, String label, String description, String name) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .defaultValue(preset)
                .paramLabel(label)
                .description(description)
                .build();
    }

    private static OptionSpec required(OptionSpec option) {
        return option.toBuilder().required(true).build();
    }

    private static OptionSpec number(String preset, String label, String description, String name) {
        return OptionSpec.builder(name)
                .type(int.class)
                .arity("1")
                .defaultValue(preset)
                .paramLabel(label)
                .description(description)
                .build();
    }

    private static PositionalParamSpec optionalArgument(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .type(String.class)
                .arity("0..1")
                .index(String.valueOf(index))
                .paramLabel(label)
                .description(description)
                .build();
    }

    private static PositionalParamSpec argument(String label, String description) {
        return PositionalParamSpec.builder()
                .required(true)
                .type(String.class)
                .arity("1")
                .index("0")
                .paramLabel(label)
                .description(description)
                .build();
    }
}
