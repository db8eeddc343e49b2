package oriel.server.serve;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import oriel.desktop.embedded.TerminalHost;
import oriel.helper.Terminals;

/** The helper's terminals, as the embedded desktop wants them. */
record HelperTerminals(Terminals terminals) implements TerminalHost {

    @Override
    public Seat open(String userName) throws IOException {
        try {
            return new HelperSeat(terminals.open(userName));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        var failure = new InterruptedIOException("interrupted");
        failure.initCause(e);
        return failure;
    }

    private record HelperSeat(Terminals.Seat seat) implements Seat {

        @Override
        public String account() {
            return seat.account();
        }

        @Override
        public Program start(String slave, String commandLine, String directory) throws IOException {
            try {
                return new HelperProgram(seat.start(slave, commandLine, directory));
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        @Override
        public void close() {
            seat.close();
        }
    }

    private record HelperProgram(Terminals.Program program) implements Program {

        @Override
        public long pid() {
            return program.pid();
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return program.onExit();
        }

        @Override
        public void hangUp(boolean kill) {
            program.end(kill);
        }
    }
}
