package oriel.helper;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.ToHelper;

/** Terminals of users who have just logged on: programs that the helper runs as them. Safe to use from many threads. */
public final class Terminals {

    private static final Logger LOG = LoggerFactory.getLogger(Terminals.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Line line;

    Terminals(Line line) {
        this.line = line;
    }

    /**
     * Lets a user use terminals for as long as the seat is open, usually as long as their session. Uses up the right that
     * their logon has given.
     *
     * @param userName name of the identity that has logged on
     * @return the seat
     * @throws IOException          if they have not logged on a short while ago, or have no Linux account that may be used;
     *     the message is for the user
     * @throws InterruptedException if the thread was interrupted
     */
    public Seat open(String userName) throws IOException, InterruptedException {
        try (var call = new Call(line, id -> new ToHelper.OpenSeat(id, userName))) {
            FromHelper answer = call.next(PATIENCE);
            call.done();
            return switch (answer) {
                case FromHelper.SeatOpened(int id, String account) -> new Seat(line, id, account);
                case FromHelper.Failed(var _, String reason, var _) -> throw new IOException(reason);
                default -> throw unexpected(answer);
            };
        }
    }

    private static IOException unexpected(FromHelper answer) {
        return new HelperGoneException(
                "the helper answered " + answer.getClass().getSimpleName());
    }

    /** Somebody's terminals. */
    public static final class Seat implements AutoCloseable {

        private final Line line;
        private final int id;
        private final String account;

        private Seat(Line line, int id, String account) {
            this.line = line;
            this.id = id;
            this.account = account;
        }

        /**
         * Whom programs run as.
         *
         * @return name of a Linux account
         */
        public String account() {
            return account;
        }

        /**
         * Runs the user's login shell on a pseudo-terminal whose master this process holds. The terminal is given to the user.
         *
         * @param slave       path of the slave
         * @param commandLine for the shell to run; empty = the shell itself
         * @param directory   where it starts, relative to home; empty = home
         * @return the running program
         * @throws IOException          if it could not be started
         * @throws InterruptedException if the thread was interrupted
         */
        public Program start(String slave, String commandLine, String directory)
                throws IOException, InterruptedException {
            var program = new Program(line);
            program.id = line.begin(
                    number -> new ToHelper.StartTerminal(number, id, slave, commandLine, directory), program::hear);
            try {
                program.pid = program.started.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return program;
            } catch (ExecutionException e) {
                line.forget(program.id);
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
            } catch (TimeoutException e) {
                program.end(true);
                throw new HelperGoneException("the helper did not answer within " + PATIENCE.toSeconds() + " s");
            }
        }

        /** Ends everything on the seat's terminals. */
        @Override
        public void close() {
            try {
                var over = new CompletableFuture<Boolean>();
                line.listen(id, _ -> over.complete(true));
                line.send(new ToHelper.CloseSeat(id));
                over.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (IOException | ExecutionException | TimeoutException e) {
                LOG.warn("Whether the terminals of {} have ended is not known: {}.", account, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                line.forget(id);
            }
        }
    }

    /** A program on a terminal. */
    public static final class Program {

        private final Line line;
        private final CompletableFuture<Integer> started = new CompletableFuture<>();
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private int id;
        private long pid;

        private Program(Line line) {
            this.line = line;
        }

        private void hear(FromHelper message) {
            switch (message) {
                case FromHelper.TerminalStarted(var _, int process) -> started.complete(process);
                case FromHelper.TerminalEnded(var _, int status) -> ended(status);
                case FromHelper.Failed(var _, String reason, var _) -> {
                    if (!started.completeExceptionally(new IOException(reason))) {
                        ended(255);
                    }
                }
                default ->
                    LOG.warn(
                            "The helper said {} of a terminal.",
                            message.getClass().getSimpleName());
            }
        }

        private void ended(int status) {
            line.forget(id);
            exit.completeAsync(() -> status);
        }

        /**
         * The program's process, which leads a session of its own.
         *
         * @return process id
         */
        public long pid() {
            return pid;
        }

        /**
         * How it ended.
         *
         * @return completes with the exit status, as a shell reports it
         */
        public CompletableFuture<Integer> onExit() {
            return exit;
        }

        /**
         * Hangs up, or kills what does not heed that. One that has ended does not mind.
         *
         * @param kill whether to kill
         */
        public void end(boolean kill) {
            if (!exit.isDone()) {
                line.tell(new ToHelper.HangUp(id, kill));
            }
        }
    }
}
