package oriel.server.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import oriel.identity.LocalUser;
import oriel.identity.LocalUsers;
import oriel.identity.LockoutPolicy;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.Json;
import oriel.server.home.Home;
import oriel.server.home.PrivateFiles;

/** Verbs about users. They work on the file, whether the service runs or not; it notices. */
final class UserVerbs {

    private static final Option PASSWORD_STDIN =
            new Option("--password-stdin", "", "read the password from the first line of standard input");
    private static final Option GROUPS = new Option("--groups", "NAME,NAME", "groups the user belongs to");

    private UserVerbs() {}

    static List<Verb> all() {
        return List.of(
                new Verb(
                        "users add",
                        "NAME",
                        "add a user who may log on",
                        "Asks for the password unless it comes from standard input.",
                        List.of(PASSWORD_STDIN, GROUPS, Option.JSON),
                        List.of("oriel users add alice", "pass show alice | oriel users add alice --password-stdin"),
                        UserVerbs::add),
                new Verb(
                        "users list",
                        "",
                        "list the users",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel users list"),
                        UserVerbs::list),
                new Verb(
                        "users passwd",
                        "NAME",
                        "give a user another password",
                        "Asks for the password unless it comes from standard input.",
                        List.of(PASSWORD_STDIN, Option.JSON),
                        List.of("oriel users passwd alice"),
                        UserVerbs::passwd),
                new Verb(
                        "users remove",
                        "NAME",
                        "remove a user; sessions go on until they are logged off",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel users remove alice"),
                        UserVerbs::remove));
    }

    private static LocalUsers open(Terminal terminal) throws IOException {
        Home home = Home.ofUser(terminal.environment());
        if (!Files.isDirectory(home.config())) { // one that is there may be readable by the service's account
            PrivateFiles.directory(home.config());
        }
        return LocalUsers.open(home.usersFile(), LockoutPolicy.DEFAULT, Clock.systemUTC());
    }

    private static int add(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        String name = invocation.operands().getFirst();
        LocalUsers users = open(terminal);
        if (find(users, name)) {
            throw new CommandException(ExitCode.FAILED, "user '" + name + "' exists already");
        }
        Set<String> groups = Arrays.stream(
                        invocation.value("--groups").orElse("").split(","))
                .filter(group -> !group.isBlank())
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        withPassword(invocation, terminal, password -> users.add(name, password, groups));
        return done(invocation, terminal, name, "added");
    }

    private static int passwd(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        String name = invocation.operands().getFirst();
        LocalUsers users = open(terminal);
        require(users, name);
        withPassword(invocation, terminal, password -> users.passwd(name, password));
        return done(invocation, terminal, name, "changed");
    }

    private static int remove(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        String name = invocation.operands().getFirst();
        LocalUsers users = open(terminal);
        require(users, name);
        users.remove(name);
        return done(invocation, terminal, name, "removed");
    }

    private static int list(Invocation invocation, Terminal terminal) throws IOException {
        List<LocalUser> all = open(terminal).list();
        if (invocation.has("--json")) {
            ArrayNode json = Json.array();
            for (LocalUser user : all) {
                var object = json.addObject()
                        .put("name", user.name())
                        .put("disabled", user.disabled())
                        .put("changedAt", user.changedAt().toString());
                ArrayNode groups = object.putArray("groups");
                new TreeSet<>(user.groups()).forEach(groups::add);
            }
            terminal.out().println(Json.pretty(json));
            return ExitCode.DONE;
        }
        var table = new Table("NAME", "GROUPS", "STATE", "CHANGED");
        all.forEach(user -> table.add(
                user.name(),
                String.join(",", new TreeSet<>(user.groups())),
                user.disabled() ? "disabled" : "enabled",
                user.changedAt().toString()));
        terminal.out().print(table);
        return ExitCode.DONE;
    }

    private static int done(Invocation invocation, Terminal terminal, String name, String what) {
        if (invocation.has("--json")) {
            terminal.out().println(Json.pretty(Json.object().put("user", name).put("result", what)));
        } else {
            terminal.out().println("user " + name + " " + what);
        }
        return ExitCode.DONE;
    }

    private static boolean find(LocalUsers users, String name) throws IOException {
        return users.list().stream().anyMatch(user -> user.name().equalsIgnoreCase(name));
    }

    private static void require(LocalUsers users, String name) throws CommandException, IOException {
        if (!find(users, name)) {
            throw new CommandException(ExitCode.NOT_FOUND, "there is no user '" + name + "'");
        }
    }

    private interface Use {
        void with(char[] password) throws IOException;
    }

    /** The password is wiped when it was used; what a library keeps of it is out of reach. */
    private static void withPassword(Invocation invocation, Terminal terminal, Use use)
            throws CommandException, IOException {
        char[] password = invocation.has("--password-stdin") ? fromInput(terminal) : asked();
        try {
            if (password.length == 0) {
                throw new CommandException(ExitCode.FAILED, "the password is empty");
            }
            use.with(password);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static char[] fromInput(Terminal terminal) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8), 512);
        char[] line = new char[LocalUsers.LONGEST_PASSWORD + 1];
        int length = 0;
        int c = reader.read();
        while (c >= 0 && c != '\n' && length < line.length) {
            line[length++] = (char) c;
            c = reader.read();
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        char[] password = Arrays.copyOf(line, length);
        Arrays.fill(line, '\0');
        return password;
    }

    private static char[] asked() throws CommandException {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "there is no terminal to ask for the password; use --password-stdin");
        }
        Console console = terminal.get();
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Once more: ");
        boolean equal = first != null && Arrays.equals(first, second);
        if (second != null) {
            Arrays.fill(second, '\0');
        }
        if (!equal) {
            throw new CommandException(ExitCode.FAILED, "the two passwords differ");
        }
        return first;
    }
}
