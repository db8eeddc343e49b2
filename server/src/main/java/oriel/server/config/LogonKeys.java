package oriel.server.config;

import java.util.List;
import oriel.server.config.Kind.Text;
import oriel.server.config.Kind.Truth;
import oriel.server.config.Kind.Word;

/** The keys about who may log on, where Oriel was started as root. */
public final class LogonKeys {

    private static final Text GROUPS = new Text("names of groups, separated by commas");

    /** Which accounts. */
    public static final Key<String> ACCOUNTS =
            new Key<>("logon.accounts", new Word(List.of("auto", "own", "linux")), "auto", false, """
            Whose names and passwords count where Oriel was started as root: "own" are the users that `oriel users` keeps,
            "linux" the accounts of this host, "auto" both. Started by anybody else, Oriel knows its own users alone.""");

    /** PAM service. */
    public static final Key<String> PAM_SERVICE =
            new Key<>("logon.pam-service", new Text("the name of a file in /etc/pam.d"), "oriel", false, """
            The PAM service that decides about Linux accounts, which may log on beside the users of `oriel users` where Oriel
            was started as root. packaging/pam.d/oriel is made for it; without such a file the host's "other" rules hold.""");

    /** Allowed groups. */
    public static final Key<String> ALLOW_GROUPS = new Key<>(
            "logon.allow-groups",
            GROUPS,
            "",
            false,
            "Only members of one of these groups may log on; \"\" = everybody.");

    /** Denied groups. */
    public static final Key<String> DENY_GROUPS = new Key<>(
            "logon.deny-groups",
            GROUPS,
            "",
            false,
            "Members of one of these groups may not log on, whatever else holds.");

    /** Root. */
    public static final Key<Boolean> ALLOW_ROOT = new Key<>(
            "logon.allow-root", new Truth(), false, false, "Whether root may log on, and programs may run as root.");

    /** Service account. */
    public static final Key<String> SERVICE_ACCOUNT =
            new Key<>("logon.service-account", new Text("the name of a Linux account"), "oriel", false, """
            When Oriel is started as root: the account that what faces the network runs as. Where there is no such account, a
            user id that nobody else has is taken.""");

    /** All of them. */
    static final List<Key<?>> GENERAL =
            List.of(ACCOUNTS, PAM_SERVICE, ALLOW_GROUPS, DENY_GROUPS, ALLOW_ROOT, SERVICE_ACCOUNT);

    private LogonKeys() {}
}
