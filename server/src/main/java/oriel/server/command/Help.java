package oriel.server.command;

import java.util.List;

/** Writes help from the same data that the parser uses. */
final class Help {

    private static final String EXAMPLES = """

            Examples:
              oriel serve --rdp 0.0.0.0:3389       start the service; the first start makes a user and a certificate
              oriel users add alice                add a user, asking for the password
              oriel sessions                       who is here
              oriel trace --last                   why did that connection fail
              oriel doctor                         is this host fit, and what to do when it is not

            oriel VERB --help tells more about a verb.

            Environment:
              ORIEL_HOME   the one directory for configuration, state, sockets and logs
                           (default: the XDG directories of the user; /etc, /var/lib, /run and /var/log/oriel for root)

            """;

    private Help() {}

    static String overview(List<Verb> verbs) {
        var text = new StringBuilder(
                "Oriel: Remote Desktop Services for the JVM\n\nUsage: oriel VERB [OPTION…]\n\nVerbs:\n");
        for (Verb verb : verbs) {
            if (!verb.summary().isEmpty()) {
                text.append("  ")
                        .append(padded(verb.name() + " " + verb.operands(), 34))
                        .append(verb.summary());
                text.append('\n');
            }
        }
        text.append("  ").append(padded("test [MAVEN-ARGUMENT…]", 34)).append("build and test everything\n");
        text.append("  ").append(padded("bench [--rounds N]", 34)).append("measure Oriel beside its peers\n");
        text.append("  ").append(padded("--version", 34)).append("print the version\n");
        return text.append(EXAMPLES).append(ExitCode.HELP).toString();
    }

    static String of(Verb verb) {
        var text = new StringBuilder("Usage: oriel ").append(verb.name());
        if (!verb.options().isEmpty()) {
            text.append(" [OPTION…]");
        }
        if (!verb.operands().isEmpty()) {
            text.append(' ').append(verb.operands());
        }
        text.append("\n\n").append(capitalised(verb.summary())).append(".\n");
        if (!verb.details().isEmpty()) {
            text.append(verb.details().strip()).append('\n');
        }
        text.append("\nOptions:\n");
        verb.options().forEach(option -> text.append(line(option.usage(), option.help())));
        text.append(line("--help", "print this"));
        text.append("\nExamples:\n");
        verb.examples().forEach(example -> text.append("  ").append(example).append('\n'));
        return text.append('\n').toString();
    }

    private static String line(String what, String help) {
        return "  " + padded(what, 26) + help + "\n";
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text + "  " : text + " ".repeat(width - text.length());
    }
}
