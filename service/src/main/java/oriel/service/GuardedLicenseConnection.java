package oriel.service;

import java.time.Duration;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicensingPolicy;

/** A provider's licence connection; each call goes through the gate. Failures are those of sequences.md, section 3.2. */
final class GuardedLicenseConnection {

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

    /** RequestClientLicense and SendClientLicense, as often as the policy needs them. Failure: as above, error 0x106. */
    void exchange(LicensingPolicy policy, ClientData client, LicenseCapabilities capabilities) throws ConnectionEnded {
        connection.goOn();
        try {
            if (policy.license(client, capabilities, new Courier()) instanceof LicenseOutcome.Refused refused) {
                throw failed(refused.error(), "no licence: " + refused.reason());
            }
        } catch (ProtocolException e) {
            throw failed(ErrorInfo.LICENSE_NOT_FINISHED, String.valueOf(e.getMessage()));
        }
    }

    /** Failure: ignored. */
    void protocolComplete() throws ConnectionEnded {
        connection.goOn();
        complete(SUCCESS);
        connection.goOn();
    }

    private ConnectionEnded failed(ErrorInfo error, String reason) throws ConnectionEnded {
        connection.goOn(); // the exchange has failed since the connection has ended: nobody is there to be told
        complete(FAILURE);
        connection.end(Ending.failed(error, reason));
        return new ConnectionEnded();
    }

    private void complete(int outcome) {
        var call = new Gate.Call(Party.LICENSE_CONNECTION, "ProtocolComplete", "outcome " + outcome, deadlines.call());
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
