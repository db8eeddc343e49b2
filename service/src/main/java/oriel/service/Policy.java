package oriel.service;

import java.util.Optional;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;

/**
 * What the administrator has decided for everybody.
 *
 * @param machine                 machine policy, as providers may read it; its time limits, {@code resetBroken} and {@code
 *     disableAutoReconnect} act in the service
 * @param singleSessionPerUser    whether a user has one session only: whoever logs on again gets that session, also from
 *     under another client
 * @param alwaysPromptForPassword whether passwords sent by clients are ignored
 * @param clientInitialProgram    whether a client may name a program to start in place of the usual desktop
 * @param initialProgram          program everybody gets, whatever the client names
 * @param sharing                 what sessions and clients share
 */
public record Policy(
        Settings machine,
        boolean singleSessionPerUser,
        boolean alwaysPromptForPassword,
        boolean clientInitialProgram,
        Optional<InitialProgram> initialProgram,
        Sharing sharing) {

    /** What holds unless configured otherwise: nothing limited, one session per user, clients may name a program. */
    public static final Policy DEFAULT = new Policy(
            Settings.notConfigured(SettingType.MACHINE), true, false, true, Optional.empty(), Sharing.DEFAULT);
}
