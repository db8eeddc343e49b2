package oriel.kit;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import oriel.kit.Violation.Party;

/** What has happened on one connection, and what may happen next (sequences.md, sections 3.2, 5.4 and 10). */
final class ConnectionRules extends Watched {

    private final Duration noticeLimit;
    private final Set<String> returned = new HashSet<>(Set.of(Order.ANNOUNCED));
    private final Map<String, Long> noticesInside = new HashMap<>();
    private String last = Order.ANNOUNCED;
    private @Nullable String inside;
    private long insideSince;
    private @Nullable String failed;
    private boolean redirectorAsked;
    private boolean ready;
    private boolean broken;
    private boolean licensed;
    private boolean startingOver;
    private boolean attached;
    private boolean shown;
    private boolean leaving;
    private boolean closing;
    private boolean closed;

    ConnectionRules(ContractChecker checker, int number, Duration noticeLimit) {
        super(checker, number, new CallLog());
        this.noticeLimit = noticeLimit;
    }

    /** Whether Close has come; it need not have come back. */
    synchronized boolean isClosing() {
        return closing;
    }

    @Override
    synchronized void begins(String call) {
        if (closing) {
            note(Party.SERVICE, call, closed || call.equals("Close") ? "came after Close" : "came while Close runs");
        } else if (Order.ANY_TIME.containsKey(call)) {
            anyTime(call);
        } else {
            overlap(call);
            switch (call) {
                case "GetUserCredentials" -> credentials();
                case "PreDisconnect" -> preDisconnect();
                case "DisconnectNotify" -> disconnectNotify();
                case "Close" -> close();
                default -> inSequence(call);
            }
        }
        if (call.equals("GetLogonErrorRedirector")) {
            redirectorAsked = true;
        }
        if (Order.NOTICES.contains(call)) {
            noticesInside.put(call, System.nanoTime());
        }
    }

    @Override
    synchronized void ended(String call, boolean success) {
        Long began = noticesInside.remove(call);
        if (began != null && tooLong(began)) {
            note(Party.PROVIDER, call, "took more than " + noticeLimit.toMillis() + " ms, though it is a notice");
        }
        returned.add(call);
        if (Order.ANY_TIME.containsKey(call)) {
            return;
        }
        if (!success && Order.FATAL.contains(call)) {
            failed = call;
        }
        if (call.equals(inside)) {
            inside = null;
        }
        closed |= call.equals("Close");
    }

    @Override
    synchronized void callsBack(String call) {
        if (closed) {
            note(Party.PROVIDER, call, "was called after Close");
        }
        switch (call) {
            case "OnReady" -> {
                if (!redirectorAsked) {
                    note(Party.PROVIDER, call, "was called before GetLogonErrorRedirector");
                }
                if (ready) {
                    note(Party.PROVIDER, call, "was called twice");
                }
                ready = true;
            }
            case "BrokenConnection" -> {
                if (broken) {
                    note(Party.PROVIDER, call, "was called twice");
                }
                broken = true;
            }
            case "StopScreenUpdates", "RedrawWindow" -> {
                if (!attached && !closing) {
                    note(Party.PROVIDER, call, "was called while no session is attached");
                }
            }
            default -> {}
        }
    }

    /** The service has refused the client: no call comes any more, not even Close. */
    synchronized void refused() {
        closing = true;
        closed = true;
    }

    /** The redirector wants the logon to start over, which allows asking for the provider's credentials once more. */
    synchronized void startOver() {
        startingOver = true;
    }

    /** Licensing is over; it is not the outcome of a call but its argument. */
    synchronized void licensingOver(int outcome) {
        licensed = outcome == 1;
        if (!licensed) {
            failed = "ProtocolComplete(" + outcome + ")";
        }
    }

    /** Adds the notices that have not come back in time. */
    synchronized void overdue(List<Violation> found) {
        noticesInside.forEach((call, began) -> {
            if (tooLong(began)) {
                found.add(violation(
                        Party.PROVIDER, call, "has not come back for more than " + noticeLimit.toMillis() + " ms"));
            }
        });
    }

    private boolean tooLong(long began) {
        return System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(noticeLimit.toMillis());
    }

    private void anyTime(String call) {
        String from = Order.ANY_TIME.getOrDefault(call, Order.ANNOUNCED);
        if (!returned.contains(from)) {
            note(Party.SERVICE, call, "came before " + from);
        }
    }

    /** Sequence calls are serial. The end may overtake a call that does not come back. */
    private void overlap(String call) {
        if (inside != null && !(Order.TEARDOWN.contains(call) && tooLong(insideSince))) {
            note(Party.SERVICE, call, "came while " + inside + " still runs");
        }
        inside = call;
        insideSince = System.nanoTime();
    }

    private void inSequence(String call) {
        Set<String> before = Order.FOLLOWS.get(call);
        if (before == null) {
            note(Party.SERVICE, call, "is no call of the connection");
            return;
        }
        boolean licenceGivenUp = failed != null && Order.LICENSING.contains(failed) && call.equals("ProtocolComplete");
        if (failed != null && !licenceGivenUp) {
            note(Party.SERVICE, call, "came although " + failed + " has failed");
        }
        if (call.equals("NotifySessionId") && attached) {
            note(Party.SERVICE, call, "came a second time without DisconnectNotify");
        } else if (!before.contains(last)) {
            note(Party.SERVICE, call, "came after " + last);
        }
        if (call.equals("AcceptConnection") && !ready) {
            note(Party.SERVICE, call, "came before OnReady");
        }
        if (call.equals("AuthenticateClientToSession") && !licensed) {
            note(Party.SERVICE, call, "came without a successful ProtocolComplete");
        }
        if (call.equals("NotifySessionId")) {
            attached = true;
            shown = false;
            leaving = false;
        }
        shown |= call.equals("ConnectNotify");
        last = call;
    }

    private void credentials() {
        if (startingOver) {
            startingOver = false;
        } else {
            inSequence("GetUserCredentials");
        }
    }

    private void preDisconnect() {
        if (!shown) {
            note(Party.SERVICE, "PreDisconnect", "came without ConnectNotify");
        }
        if (leaving) {
            note(Party.SERVICE, "PreDisconnect", "came twice");
        }
        leaving = true;
    }

    private void disconnectNotify() {
        boolean moving = last.equals("SessionArbitrationEnumeration") && failed == null;
        if (!attached) {
            note(Party.SERVICE, "DisconnectNotify", "came without NotifySessionId");
        } else if (shown && !leaving && !moving) {
            note(Party.SERVICE, "DisconnectNotify", "came without PreDisconnect");
        }
        attached = false;
        shown = false;
        last = "DisconnectNotify";
    }

    private void close() {
        if (attached) {
            note(Party.SERVICE, "Close", "came without DisconnectNotify");
        }
        closing = true;
    }
}
