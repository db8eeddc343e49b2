package oriel.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oriel.service.Trace;
import oriel.service.TracedCall;

class TraceDrawingTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private static TracedCall call(long atMicros, String from, String to, String name, String result, long micros) {
        String note = result.equals("E_FAIL") ? "the client closed; #1" : "";
        return new TracedCall(START.plusNanos(atMicros * 1000), name, from, to, result, micros, note);
    }

    private static final List<TracedCall> CALLS = List.of(
            call(0, "Listener", "Service", "OnConnected", "S_OK", 80),
            call(100, "Service", "Connection", "GetLogonErrorRedirector", "E_NOTIMPL", 12),
            call(200, "Connection", "Service", "OnReady", "S_OK", 3),
            call(300, "Service", "Connection", "AcceptConnection", "S_OK", 6200),
            call(7000, "Service", "LicenseConnection", "RequestLicensingCapabilities", "E_FAIL", 1500));

    private static final Trace TRACE = new Trace(
            "12-a3f09c",
            12,
            "RDP-Tcp",
            "rdp",
            "PC7 192.0.2.5",
            "",
            0,
            START,
            Optional.of(START.plusMillis(9)),
            Trace.Outcome.FAILED,
            "the client closed",
            CALLS);

    @Test
    void shouldDrawTheSequenceDiagram() {
        assertThat(new TraceDiagram(false).draw(TRACE)).isEqualTo("""
                connection 12-a3f09c  RDP-Tcp (rdp)  client PC7 192.0.2.5
                since 2026-01-02T03:04:05Z

                                        Listener         Service                   Connection   LicenseConnection
                     at ms        took      │               │                           │               │
                       0.0       80 µs      │──OnConnected─▶│                           │               │
                       0.1       12 µs      │               │──GetLogonErrorRedirector─▶│               │          E_NOTIMPL
                       0.2        3 µs      │               │◀─────────OnReady──────────│               │
                       0.3      6.2 ms      │               │─────AcceptConnection─────▶│               │
                       7.0      1.5 ms      │               │───────RequestLicensingCapabilities───────▶│          ✗ E_FAIL  the client closed; #1
                ✗ failed after 9 ms: the client closed
                """);
    }

    @Test
    void shouldColourWhatFailed() {
        assertThat(new TraceDiagram(true).draw(TRACE))
                .contains("\u001b[31m✗ failed after 9 ms: the client closed\u001b[0m");
    }

    @Test
    void shouldDrawATraceWithoutCalls() {
        Trace empty =
                new Trace("1-x", 1, "L", "rdp", "", "", 0, START, Optional.empty(), Trace.Outcome.OPEN, "", List.of());
        assertThat(new TraceDiagram(false).draw(empty)).contains("no calls were made");
    }

    @Test
    void shouldWriteMermaid() {
        assertThat(TraceMermaid.write(TRACE)).isEqualTo("""
                sequenceDiagram
                  participant Listener
                  participant Service
                  participant Connection
                  participant LicenseConnection
                  Listener->>Service: OnConnected (80 µs)
                  Service->>Connection: GetLogonErrorRedirector (12 µs)
                  Connection->>Service: OnReady (3 µs)
                  Service->>Connection: AcceptConnection (6200 µs)
                  Service-xLicenseConnection: RequestLicensingCapabilities (1500 µs)
                  Note over LicenseConnection: E_FAIL: the client closed#59; #35;1
                """);
    }

    @Test
    void shouldWriteAndReadJson() {
        assertThat(TraceJson.read(TraceJson.write(TRACE))).isEqualTo(TRACE);
        assertThat(TraceJson.write(TRACE).path("calls").get(3).toString())
                .contains(
                        "\"call\":\"AcceptConnection\"",
                        "\"from\":\"Service\"",
                        "\"to\":\"Connection\"",
                        "\"result\":\"S_OK\"",
                        "\"micros\":6200");
    }

    @Test
    void shouldFindATraceByIdOrNumber() {
        assertThat(TraceArchive.matches("12-a3f09c", "12")).isTrue();
        assertThat(TraceArchive.matches("12-a3f09c", "12-a3f09c")).isTrue();
        assertThat(TraceArchive.matches("12-a3f09c", "1")).isFalse();
    }
}
