package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.SessionInformation;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.Action;
import oriel.kit.ScriptedConnection;

class TraceTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.123456Z");

    @TempDir
    private Path directory;

    private static TracedCall call(String name, String note) {
        return new TracedCall(AT, name, "Service", "Connection", "S_OK", 12, note);
    }

    private static Trace trace(int number, String note) {
        return new Trace(
                number + "-abc123",
                number,
                "RDP-Tcp",
                "rdp",
                "laptop (192.0.2.1)",
                "ann",
                3,
                AT.plusSeconds(number),
                Optional.of(AT.plusSeconds(number + 60L)),
                Trace.Outcome.ENDED,
                "disconnected by the user",
                List.of(call("GetClientData", note), call("LogonNotify", "")));
    }

    @Test
    void shouldReadBackWhatItWrote() {
        Trace trace = trace(7, "quotes \" and \\ and \n lines, é and 雪");
        assertThat(TraceJson.read(TraceDirectory.json(trace))).contains(trace);
    }

    @Test
    void shouldReadBackATraceWithoutEnd() {
        Trace open = new Trace("1-a", 1, "", "", "", "", 0, AT, Optional.empty(), Trace.Outcome.OPEN, "", List.of());
        assertThat(TraceJson.read(TraceDirectory.json(open))).contains(open);
    }

    /** Whatever is in the directory, reading ends with a trace or none. */
    @Test
    void shouldTakeNoTruncationForATrace() {
        String json = TraceDirectory.json(trace(7, "note")).strip();
        IntStream.range(0, json.length())
                .forEach(length -> assertThat(TraceJson.read(json.substring(0, length)))
                        .as("%d characters", length)
                        .isEmpty());
        assertThat(TraceJson.read("[".repeat(100_000))).isEmpty();
    }

    @Test
    void shouldKeepTheNewestTraces() throws IOException {
        var traces = new TraceDirectory(directory);
        for (int number = 1; number <= 230; number++) {
            traces.write(trace(number, ""));
        }
        traces.prune();
        assertThat(traces.read())
                .hasSize(200)
                .extracting(Trace::connectionId)
                .startsWith(230, 229)
                .endsWith(31);
    }

    @Test
    void shouldLeaveOutWhatIsNoTrace() throws IOException {
        var traces = new TraceDirectory(directory);
        traces.write(trace(1, ""));
        Files.writeString(directory.resolve("trace-zzz.json"), "{\"id\":");
        Files.writeString(directory.resolve("notes.txt"), "hello");
        assertThat(traces.read()).hasSize(1);
        assertThat(new TraceDirectory(directory.resolve("missing")).read()).isEmpty();
    }

    /** First and last calls stay; queries that come again and again are counted. */
    @Test
    void shouldStayBounded() {
        var trace = new ConnectionTrace("1-a", 1, "", "", AT, (_, _) -> {});
        for (int i = 0; i < 100_000; i++) {
            trace.add(call("Call" + i, ""));
            trace.add(call("GetProtocolStatus", ""));
        }
        List<TracedCall> calls = trace.snapshot().calls();
        assertThat(calls).hasSizeLessThan(400);
        assertThat(calls)
                .extracting(TracedCall::call)
                .contains("Call0", "Call99999")
                .containsOnlyOnce("GetProtocolStatus");
        assertThat(calls).extracting(TracedCall::note).contains("(asked 100000 times)");
    }

    @Test
    void shouldLeaveTheTraceOfAFailedConnectionBehind() throws ProtocolException, InterruptedException, IOException {
        try (var house = House.open(configuration -> configuration.traceDirectory(directory))) {
            ScriptedConnection client =
                    house.provider.connect(House.user("ann").on("GetVideoHandle", Action.fail(HResult.E_FAIL)));
            house.ended(client);
        }
        assertThat(new TraceDirectory(directory).read()).singleElement().satisfies(trace -> {
            assertThat(trace.outcome()).isEqualTo(Trace.Outcome.FAILED);
            assertThat(trace.reason()).isEqualTo("GetVideoHandle failed: the script says so");
            assertThat(trace.endedAt()).isPresent();
            assertThat(trace.calls())
                    .filteredOn(TracedCall::failed)
                    .singleElement()
                    .satisfies(failed -> {
                        assertThat(failed.call()).isEqualTo("GetVideoHandle");
                        assertThat(failed.result()).isEqualTo("E_FAIL");
                        assertThat(failed.note()).isEqualTo("the script says so");
                    });
        });
    }

    /** Whatever happens to this process later: what is known at logon is on disk. */
    @Test
    void shouldKeepTheTraceOfALiveConnectionFromLogonOn() throws ProtocolException, InterruptedException {
        try (var house = House.open(configuration -> configuration.traceDirectory(directory))) {
            house.logOn("ann");
            House.await(() -> read().size() == 1);
            assertThat(read().getFirst().user()).isEqualTo("ann");
            assertThat(read().getFirst().outcome()).isEqualTo(Trace.Outcome.OPEN);
        }
    }

    private List<Trace> read() {
        try {
            return new TraceDirectory(directory).read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldLetOthersFollow() throws ProtocolException, InterruptedException {
        List<String> heard = new CopyOnWriteArrayList<>();
        TraceListener listener = new TraceListener() {
            @Override
            public void called(String id, TracedCall call) {
                heard.add(call.call());
            }

            @Override
            public void ended(Trace trace) {
                heard.add("ended " + trace.id());
            }
        };
        try (var house = House.open();
                var _ = house.service.followTraces(listener)) {
            ScriptedConnection client = house.logOn("ann");
            String id = house.trace(client).id();
            client.breakConnection();
            house.ended(client);
            assertThat(heard).containsSubsequence("OnConnected", "AcceptConnection", "LogonNotify", "Close");
            House.await(() -> heard.contains("ended " + id));
            assertThat(id).matches("1-[0-9a-f]{6}");
        }
    }

    @Test
    void shouldHoldNoSecrets() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            house.logOn(House.user("ann").on("LogonNotify", Action.fail(HResult.E_FAIL)));
            assertThat(house.service.traces().toString()).doesNotContain("secret");
        }
    }

    @Test
    void shouldTellTheDesktopAboutItsConnection() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn(House.user("ann").clientName("laptop"));
            var host = House.next(house.desktops.started).request.host();
            assertThat(host.information().sessionId())
                    .isEqualTo(house.session(client).id());
            assertThat(host.information().userName()).isEqualTo("ann");
            assertThat(host.information().state()).isEqualTo("Active");
            assertThat(host.information().protocol()).isEqualTo("TEST");
            assertThat(host.information().client()).isEqualTo("laptop");
            assertThat(host.information().trace())
                    .extracting(SessionInformation.Call::name)
                    .contains("OnConnected", "LogonNotify");
        }
    }

    @Test
    void shouldKeepFailuresOfFollowersFromConnections() throws ProtocolException, InterruptedException {
        TraceListener broken = new TraceListener() {
            @Override
            public void called(String id, TracedCall call) {
                throw new IllegalStateException("a bug of the follower");
            }

            @Override
            public void ended(Trace trace) {
                throw new IllegalStateException("a bug of the follower");
            }
        };
        try (var house = House.open();
                var _ = house.service.followTraces(broken)) {
            ScriptedConnection client = house.logOn("ann");
            client.breakConnection();
            assertThat(house.ended(client).outcome()).isEqualTo(Trace.Outcome.ENDED);
        }
    }
}
