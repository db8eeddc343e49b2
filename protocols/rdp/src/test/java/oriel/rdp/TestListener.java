package oriel.rdp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import oriel.contract.protocol.ProtocolException;
import oriel.rdp.transport.ServerIdentity.PemPair;
import oriel.rdp.transport.TestCertificates;

/** A listener of the fake service on a free port. */
final class TestListener implements AutoCloseable {

    private final FakeService service;
    private final int port;

    /** With a fresh EC certificate. */
    TestListener(Path folder) throws IOException, ProtocolException {
        this(values(TestCertificates.write(folder, "EC", 1)));
    }

    TestListener(Map<String, String> values) throws IOException, ProtocolException {
        var all = new HashMap<>(values);
        all.put("address", "127.0.0.1:0");
        service = new FakeService(all);
        port = ((RdpListener) service.listener).addresses().getFirst().getPort();
    }

    static Map<String, String> values(PemPair pair) {
        return Map.of(
                "certificate", pair.certificate().toString(), "key", pair.key().toString());
    }

    static Map<String, String> with(Map<String, String> values, String... more) {
        var all = new HashMap<>(values);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    FakeService service() {
        return service;
    }

    ScriptedClient client() throws IOException {
        return new ScriptedClient(port);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() throws ProtocolException {
        service.close();
    }
}
