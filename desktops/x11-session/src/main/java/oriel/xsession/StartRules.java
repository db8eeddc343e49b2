package oriel.xsession;

import java.time.Duration;
import java.util.List;

/**
 * How sessions are started, whichever they are.
 *
 * @param servers X servers to take, the first one that is installed
 * @param groups  where units can be made
 * @param server  how long an X server may take until it answers
 * @param prepare how long setting size and keyboard may take
 * @param login   how long the profile files of a login shell may take
 */
record StartRules(List<XServer> servers, ControlGroups groups, Duration server, Duration prepare, Duration login) {

    static StartRules ofThisHost() {
        return new StartRules(
                List.of(XServer.values()),
                ControlGroups.ofThisProgram(),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }
}
