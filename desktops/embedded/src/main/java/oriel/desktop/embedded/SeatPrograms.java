package oriel.desktop.embedded;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.desktop.embedded.pty.PtyLeader;
import oriel.desktop.embedded.pty.PtyProgram;
import oriel.desktop.embedded.terminal.TerminalContent;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.windows.Programs;

/** Programs in terminals that somebody else runs for us. */
final class SeatPrograms implements Programs {

    private final TerminalHost.Seat seat;

    SeatPrograms(TerminalHost.Seat seat) {
        this.seat = seat;
    }

    @Override
    public String account() {
        return seat.account();
    }

    @Override
    public Content shell() {
        return new TerminalContent(new OnSeat(seat, "", ""));
    }

    @Override
    public Content program(InitialProgram program) {
        return new TerminalContent(new OnSeat(seat, program.commandLine(), program.workingDirectory()));
    }

    @Override
    public void close() {
        seat.close();
    }

    /** A program that is run on the seat. */
    private record OnSeat(TerminalHost.Seat seat, String commandLine, String directory) implements PtyProgram {

        @Override
        public String name() {
            return commandLine.isEmpty() ? "the login shell of " + seat.account() : commandLine;
        }

        @Override
        public PtyLeader start(String slave) throws IOException {
            return new SeatedLeader(seat.start(slave, commandLine, directory));
        }
    }

    private record SeatedLeader(TerminalHost.Program program) implements PtyLeader {

        @Override
        public long pid() {
            return program.pid();
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return program.onExit();
        }

        @Override
        public void hangUp() {
            program.hangUp(false);
        }

        @Override
        public void kill() {
            program.hangUp(true);
        }
    }
}
