package oriel.helper.privileged;

import java.io.IOException;
import oriel.helper.protocol.HelperSettings;
import oriel.system.Account;
import oriel.system.LoginShells;

/** The Linux accounts that programs of those who have logged on run as. */
final class Accounts {

    private Accounts() {}

    /** The account of a right; also Oriel's own users cannot have what a Linux user could not. */
    static Account require(Grant grant, HelperSettings settings) throws IOException {
        String name = grant.account();
        Account account =
                Account.named(name).orElseThrow(() -> new IOException("this host has no Linux account named " + name));
        if (account.uid() == 0 && !settings.access().root()) {
            throw new IOException("programs may not run as root here");
        }
        if (account.uid() == settings.frontEnd()) {
            throw new IOException("programs may not run as the service's own account");
        }
        if (!LoginShells.has(name)) {
            throw new IOException("the Linux account " + name + " has no shell to log on with");
        }
        return account;
    }
}
