package oriel.desktop.embedded;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Runs programs on terminals on behalf of a program that may not become their users itself. The terminal's master stays with
 * the caller; only the path of its slave is handed over. Safe to use from many threads.
 */
public interface TerminalHost {

    /**
     * Somebody who has just logged on wants to use terminals.
     *
     * @param userName who
     * @return their seat; the caller closes it
     * @throws IOException if there is no Linux account for them, or they have not logged on; the message says which
     */
    Seat open(String userName) throws IOException;

    /** Where one user's programs run. */
    interface Seat extends AutoCloseable {

        /**
         * The Linux account they run as.
         *
         * @return its name
         */
        String account();

        /**
         * Runs a program on a terminal.
         *
         * @param slave       path of the terminal, e.g. {@code /dev/pts/3}
         * @param commandLine for the login shell; empty = the shell itself
         * @param directory   where it starts; empty = the user's home
         * @return the program
         * @throws IOException if it cannot be run
         */
        Program start(String slave, String commandLine, String directory) throws IOException;

        /** Ends what still runs. Closing twice is no error. */
        @Override
        void close();
    }

    /** A program on a terminal. */
    interface Program {

        /**
         * Its process id.
         *
         * @return the id
         */
        long pid();

        /**
         * How it ended.
         *
         * @return completes with the status, as a shell reports it
         */
        CompletableFuture<Integer> onExit();

        /**
         * Hangs it up, with all of its process group.
         *
         * @param kill whether to kill what does not heed that
         */
        void hangUp(boolean kill);
    }
}
