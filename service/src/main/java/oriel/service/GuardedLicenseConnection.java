package oriel.service;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseRequest;
import oriel.licensing.LicensingPolicy;

/** A provider's licence connection; each call goes through the gate. Failures are those of sequences.md, section 3.2. */
final class GuardedLicenseConnection {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedLicenseConnection.class);

    private static final int SUCCESS = 1;
    private static final int FAILURE = 0;

    private final ClientConnection connection;
    private final ProtocolLicenseConnection provided;
    private final Gate gate;
    private final Deadlines deadlines;

    GuardedLicenseConnection(
            ClientConnection connection, ProtocolLicenseConnection provided, Gate gate, Deadlines deadlines) {
        this.connection = connection;
        this.provided = provided;
        this.gate = gate;
        this.deadlines = deadlines;
    }

    /** Failure: {@code ProtocolComplete(0)}, error 0x100, the connection is dropped. */
    LicenseCapabilities requestLicensingCapabilities() throws ConnectionEnded {
        connection.goOn();
        try {
            return call("RequestLicensingCapabilities", "", deadlines.call(), provided::requestLicensingCapabilities);
        } catch (CallFailed e) {
            throw failed(ErrorInfo.LICENSE_INTERNAL, "RequestLicensingCapabilities failed: " + e.reason());
        }
    }

    /**
     * RequestClientLicense and SendClientLicense, as often as the policy needs them. Failure: as above, error 0x106, or
     * whatever the policy says.
     */
    License exchange(LicensingPolicy policy, LicenseRequest request) throws ConnectionEnded {
        connection.goOn();
        try {
            var license = License.of(policy.license(request, new Courier()));
            var refusal = license.refusal().filter(refused -> refused.telling() == LicenseOutcome.Telling.BY_CODE);
            if (refusal.isPresent()) {
                throw failed(refusal.get().error(), license.text());
            }
            return license;
        } catch (ProtocolException e) {
            throw failed(ErrorInfo.LICENSE_NOT_FINISHED, String.valueOf(e.getMessage()));
        } catch (Abandoned e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Connection {}: licensing policy {} has failed", connection.id(), policy.name(), e);
            throw failed(ErrorInfo.LICENSE_INTERNAL, "licensing policy " + policy.name() + " has failed: " + e);
        }
    }

    /** Failure: ignored. */
    void protocolComplete(License license) throws ConnectionEnded {
        connection.goOn();
        complete(SUCCESS, license.text());
        connection.goOn();
    }

    private ConnectionEnded failed(ErrorInfo error, String reason) throws ConnectionEnded {
        connection.goOn(); // the exchange has failed since the connection has ended: nobody is there to be told
        complete(FAILURE, reason);
        connection.end(Ending.failed(error, reason));
        return new ConnectionEnded();
    }

    private void complete(int outcome, String text) {
        String note = "outcome " + outcome + (text.isEmpty() ? "" : ", " + text);
        var call = new Gate.Call(Party.LICENSE_CONNECTION, "ProtocolComplete", note, deadlines.call());
        try {
            gate.call(call, () -> provided.protocolComplete(outcome));
        } catch (CallFailed e) {
            connection.log("ProtocolComplete", e);
        }
    }

    private <T> T call(String name, String note, Duration deadline, Gate.Body<T> body) throws CallFailed {
        var call = new Gate.Call(Party.LICENSE_CONNECTION, name, note, connection.limit(deadline));
        return gate.call(call, connection.state()::waitsFor, body);
    }

    /** What a policy sees of the licence connection. */
    private final class Courier implements ProtocolLicenseConnection {

        @Override
        public LicenseCapabilities requestLicensingCapabilities() throws ProtocolException {
            return carry("RequestLicensingCapabilities", "", deadlines.call(), provided::requestLicensingCapabilities);
        }

        @Override
        public void sendClientLicense(byte[] packet) throws ProtocolException {
            carry("SendClientLicense", packet.length + " bytes", deadlines.call(), () -> {
                provided.sendClientLicense(packet);
                return true;
            });
        }

        /** Takes as long as the client takes, within the setup deadline. */
        @Override
        public byte[] requestClientLicense() throws ProtocolException {
            return carry("RequestClientLicense", "", connection.setupLeft(), provided::requestClientLicense);
        }

        @Override
        public void protocolComplete(int outcome) {
            throw new IllegalStateException("the service completes the exchange, not the policy");
        }

        private <T> T carry(String name, String note, Duration deadline, Gate.Body<T> body) throws ProtocolException {
            if (connection.ending().isPresent()) {
                throw new ProtocolException(HResult.E_CONNECTION_ABORTED, "the connection has ended");
            }
            try {
                return call(name, note, deadline, body);
            } catch (CallFailed e) {
                throw new ProtocolException(e.result(), name + " failed: " + e.reason(), e);
            }
        }
    }
}
