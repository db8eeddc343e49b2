package oriel.service;

import java.time.Duration;

/**
 * How long the service waits. Every wait has one of these.
 *
 * @param setup    from {@code OnConnected} to the end of licensing, with {@code OnReady} and {@code AcceptConnection} in
 *     between (Q22; 60 s as in MS-RDPBCGR 3.3.6.1)
 * @param logon    how long one question of the logon screen may stay open
 * @param call     one call of a sequence that needs nothing of the client
 * @param notice   one notice, and one query at any time
 * @param grace    how long a call may go on after it was interrupted; then its thread is abandoned
 * @param teardown how long others wait for a connection to be gone: the successor in its session, and the stopping service
 */
public record Deadlines(
        Duration setup, Duration logon, Duration call, Duration notice, Duration grace, Duration teardown) {

    /** What holds unless configured otherwise. */
    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    /** Checks that every deadline is a positive duration. */
    public Deadlines {
        require("setup", setup);
        require("logon", logon);
        require("call", call);
        require("notice", notice);
        require("grace", grace);
        require("teardown", teardown);
    }

    private static void require(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("deadline " + name + " is " + value + ", expected a positive duration");
        }
    }
}
