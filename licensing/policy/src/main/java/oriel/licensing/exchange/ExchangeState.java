package oriel.licensing.exchange;

import java.util.Optional;
import oriel.contract.protocol.ErrorInfo;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.packets.LicenseErrorCode;
import oriel.licensing.packets.LicenseErrorMessage;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.LicensePacketException;
import oriel.licensing.packets.ServerLicenseRequest;

/**
 * Where an exchange stands (licensing.md, sections 2 and 7.3). Each state says what it waits for, and gives the next one when that has
 * come; none of them sends, waits or asks. The states <em>process</em> of the specification are {@link Requested} to {@link Answered};
 * <em>completed</em> and <em>aborted</em> are {@link Over}.
 */
sealed interface ExchangeState permits ExchangeState.Requested, Presented, Challenged, Answered, ExchangeState.Over {

    /** The beginning. */
    static ExchangeState begin(ExchangeTerms terms) {
        return new Requested(terms);
    }

    /** The License Request is to be sent, and the client's first packet to be received. */
    record Requested(ExchangeTerms terms) implements ExchangeState {

        ServerLicenseRequest packet() {
            return terms.request();
        }

        ExchangeState received(byte[] packet) {
            return read(packet, answer -> FirstPacket.of(terms, answer));
        }
    }

    /** Nothing follows but the last packet, if there is one to be sent. */
    record Over(Optional<LicensePacket> last, ExchangeResult result) implements ExchangeState {

        static Over with(LicensePacket last, ExchangeResult result) {
            return new Over(Optional.of(last), result);
        }

        /** A refusal that the client is told. */
        static Over abort(LicenseErrorCode code, ErrorInfo error, String reason) {
            return with(LicenseErrorMessage.abort(code), refused(error, reason));
        }

        private static ExchangeResult refused(ErrorInfo error, String reason) {
            return new ExchangeResult.Refused(new LicenseOutcome.Refused(error, reason));
        }

        static Over unexpected(LicensePacket packet, String awaited) {
            return abort(
                    LicenseErrorCode.INVALID_CLIENT,
                    ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE,
                    "client sent %s where %s was awaited"
                            .formatted(packet.getClass().getSimpleName(), awaited));
        }

        /** The checksum is wrong, or the premaster secret: nobody learns which. */
        static Over wrongMac(String of) {
            return abort(
                    LicenseErrorCode.INVALID_MAC,
                    ErrorInfo.LICENSE_BAD_ENCRYPTION,
                    "checksum of the client's " + of + " is wrong");
        }

        static Over malformed(String reason) {
            return abort(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE, reason);
        }
    }

    /** What follows from a packet of the client that can be read. */
    interface Reading {
        ExchangeState of(LicensePacket packet);
    }

    /** What follows from any packet of the client: the rules of licensing.md, section 7.4, that hold in every state. */
    static ExchangeState read(byte[] packet, Reading reading) {
        if (packet.length == 0) {
            return new Over(
                    Optional.empty(),
                    new ExchangeResult.WithoutPackets(ExchangeResult.Reason.PROVIDER_WITHOUT_PACKETS));
        }
        LicensePacket received;
        try {
            received = LicensePacket.receive(packet);
        } catch (LicensePacketException e) {
            return Over.abort(e.told(), ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE, String.valueOf(e.getMessage()));
        }
        if (received instanceof LicenseErrorMessage error) {
            return new Over(
                    Optional.empty(),
                    Over.refused(
                            ErrorInfo.LICENSE_CLIENT_ENDED,
                            "client ended licensing with %s, %s".formatted(error.code(), error.transition())));
        }
        return reading.of(received);
    }
}
