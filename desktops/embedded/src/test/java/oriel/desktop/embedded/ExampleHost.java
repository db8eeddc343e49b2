package oriel.desktop.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import oriel.contract.desktop.SessionHost;
import oriel.contract.desktop.SessionInformation;
import oriel.contract.desktop.SessionInformation.Call;

/** A session that exists in tests only, and remembers what was asked of it. */
final class ExampleHost implements SessionHost {

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Instant start = Instant.parse("2026-11-22T14:05:09Z");
    private final AtomicInteger informed = new AtomicInteger();
    Runnable onLock = () -> {};
    private long sent = 120_000;

    @Override
    public synchronized SessionInformation information() {
        informed.incrementAndGet();
        sent += 34_567 + sent % 17 * 4_000;
        return new SessionInformation(
                3,
                "ada",
                "Active",
                "oriel.example.org",
                start,
                start.plusSeconds(90),
                "RDP",
                "LAPTOP-7 (192.168.4.17)",
                "Planar, 32 bpp",
                "TLS 1.3, AES-256-GCM",
                Optional.of(Duration.ofNanos(1_840_000)),
                512 + sent / 40_000,
                sent,
                18_230,
                trace());
    }

    /** How often somebody asked. */
    int informed() {
        return informed.get();
    }

    private List<Call> trace() {
        List<Call> calls = new ArrayList<>();
        long at = 0;
        at = add(calls, at, "Listener", "Service", "OnConnected", "S_OK", 240);
        at = add(calls, at, "Service", "Connection", "GetLogonErrorRedirector", "E_NOTIMPL", 3);
        at = add(calls, at, "Connection", "Service", "OnReady", "S_OK", 11);
        at = add(calls, at, "Service", "Connection", "AcceptConnection", "S_OK", 6_310);
        at = add(calls, at, "Service", "Connection", "GetClientData", "S_OK", 12);
        at = add(calls, at, "Service", "Connection", "GetClientMonitorData", "S_OK", 4);
        at = add(calls, at, "Service", "Connection", "GetUserCredentials", "S_OK", 5);
        at = add(calls, at, "Service", "Connection", "GetLicenseConnection", "S_OK", 8);
        at = add(calls, at, "Service", "LicenseConnection", "RequestLicensingCapabilities", "S_OK", 31);
        at = add(calls, at, "Service", "LicenseConnection", "SendClientLicense", "S_OK", 120);
        at = add(calls, at, "Service", "LicenseConnection", "ProtocolComplete", "S_OK", 9);
        at = add(calls, at, "Service", "Connection", "AuthenticateClientToSession", "none", 6);
        at = add(calls, at, "Service", "Connection", "NotifySessionId", "S_OK", 7);
        at = add(calls, at, "Service", "Connection", "GetInputHandles", "S_OK", 14);
        at = add(calls, at, "Service", "Connection", "GetVideoHandle", "S_OK", 10);
        at = add(calls, at, "Service", "Connection", "ConnectNotify", "S_OK", 2_904);
        at = add(calls, at, "Service", "Connection", "IsUserAllowedToLogon", "S_OK", 4);
        at = add(calls, at, "Service", "Connection", "SessionArbitrationEnumeration", "E_NOTIMPL", 3);
        add(calls, at, "Service", "Connection", "LogonNotify", "E_FAIL", 88);
        return calls;
    }

    private long add(List<Call> calls, long at, String from, String to, String name, String result, long micros) {
        calls.add(new Call(start.plusNanos(at * 1000), from, to, name, result, micros));
        return at + micros + 60;
    }

    @Override
    public void lock() {
        onLock.run();
        asked.add("lock");
    }

    @Override
    public void disconnect() {
        asked.add("disconnect");
    }

    @Override
    public void logoff() {
        asked.add("logoff");
    }

    @Override
    public void desktopEnded(String reason) {
        asked.add("ended:" + reason);
    }
}
