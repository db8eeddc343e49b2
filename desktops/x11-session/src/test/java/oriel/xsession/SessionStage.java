package oriel.xsession;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import oriel.xsession.SessionOrder.Keyboard;
import oriel.xsession.SessionOrder.Program;
import oriel.xsession.SessionOrder.ScreenPlan;

/** A starter of sessions, a user for them, and what was heard of their ends. */
final class SessionStage implements AutoCloseable {

    static final int READER = 65_534;

    private final Path state;
    private final TestUser user;
    private final List<Path> before;
    private final LocalSessions sessions;
    private final List<XSession> started = new CopyOnWriteArrayList<>();
    private final BlockingQueue<SessionEnd> ends = new LinkedBlockingQueue<>();

    SessionStage() throws IOException, InterruptedException {
        this(StartRules.ofThisHost());
    }

    SessionStage(StartRules rules) throws IOException, InterruptedException {
        state = Files.createTempDirectory("oriel-s");
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx--x--x"));
        user = new TestUser("a");
        before = Traces.of(user.account().uid()); // somebody had this user id earlier
        sessions = new LocalSessions(state, true, OptionalInt.of(READER), rules);
    }

    LocalSessions sessions() {
        return sessions;
    }

    TestUser user() {
        return user;
    }

    Path state() {
        return state;
    }

    XSession start(SessionOrder order) throws StartFailedException, InterruptedException {
        XSession session = sessions.start(order, ends::add);
        started.add(session);
        return session;
    }

    /** A small desktop for the user. */
    SessionOrder order() {
        return new SessionOrder(
                7,
                user.name(),
                new ScreenPlan(1024, 768, 1920, 1080, 96),
                "openbox",
                Optional.empty(),
                Keyboard.US,
                "",
                "",
                SessionLimits.NONE,
                false);
    }

    SessionOrder order(String program) {
        return with(order(), Optional.of(new Program(program, "")), SessionLimits.NONE);
    }

    static SessionOrder with(SessionOrder order, Optional<Program> program, SessionLimits limits) {
        return new SessionOrder(
                order.number(),
                order.account(),
                order.screen(),
                order.desktop(),
                program,
                order.keyboard(),
                order.locale(),
                order.timeZone(),
                limits,
                order.sound());
    }

    SessionEnd end() throws InterruptedException {
        SessionEnd end = ends.poll(30, TimeUnit.SECONDS);
        assertThat(end).as("the end of a session").isNotNull();
        return end;
    }

    boolean heardNothing() {
        return ends.isEmpty();
    }

    static void awaitFile(Path file) {
        assertThat(Proc.awaitEmpty(
                        () -> Files.exists(file) && file.toFile().length() > 0 ? List.of() : List.of(file),
                        Duration.ofSeconds(20),
                        files -> {}))
                .as("%s was written", file)
                .isTrue();
    }

    void stopAll() {
        started.forEach(XSession::stop);
    }

    /** Stops all sessions, and looks whether anything of them is left: processes, files, groups. */
    void requireNoTrace() throws IOException {
        stopAll();
        int uid = user.account().uid();
        assertThat(Proc.awaitEmpty(() -> Proc.anyOf(uid) ? List.of(uid) : List.of(), Duration.ofSeconds(5), left -> {}))
                .as("nothing runs")
                .isTrue();
        assertThat(Traces.of(uid)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(started)
                .allSatisfy(
                        session -> assertThat(((RunningSession) session).unit().groups())
                                .allSatisfy(group -> assertThat(group).doesNotExist()));
        try (Stream<Path> left = Files.list(state)) {
            assertThat(left).containsExactly(state.resolve("session.sh"));
        }
        assertThat(Files.readString(Path.of("/proc/sysvipc/shm")).lines())
                .noneMatch(line -> line.trim().split(" +")[7].equals(Integer.toString(uid)));
    }

    @Override
    public void close() throws IOException {
        stopAll();
        user.close();
        Files.deleteIfExists(state.resolve("session.sh"));
        Files.delete(state);
    }
}
