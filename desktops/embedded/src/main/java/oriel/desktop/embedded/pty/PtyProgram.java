package oriel.desktop.embedded.pty;

import java.io.IOException;

/** Something that can be run on a terminal. */
public interface PtyProgram {

    /**
     * What it is, for messages.
     *
     * @return a path or a command line
     */
    String name();

    /**
     * Runs it.
     *
     * @param slave path of the terminal's slave, which it takes as its controlling terminal
     * @return its first process
     * @throws IOException if it cannot be run
     */
    PtyLeader start(String slave) throws IOException;
}
