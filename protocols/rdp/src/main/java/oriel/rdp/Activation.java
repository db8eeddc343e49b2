package oriel.rdp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import oriel.rdp.codec.share.ConfirmActive;
import oriel.rdp.codec.share.Control;
import oriel.rdp.codec.share.DemandActive;
import oriel.rdp.codec.share.ErrorInfo;
import oriel.rdp.codec.share.ShareData;
import oriel.rdp.codec.share.Synchronize;
import oriel.wire.Octets;

/**
 * Capability exchange and finalization ([MS-RDPBCGR] 1.3.1.1), gone through at the beginning and again whenever the desktop
 * changes its size. A machine: takes PDUs and says what to answer. Safe for use by several threads.
 */
final class Activation {

    /** Where the activation is. */
    private enum Step {
        CONFIRM_ACTIVE,
        FINALIZATION,
        ACTIVE
    }

    private static final Octets SOURCE_DESCRIPTOR = Octets.of("RDP\0".getBytes(StandardCharsets.US_ASCII));

    private final ChannelIds ids;
    private final int bitsPerPixel;

    private Step step = Step.CONFIRM_ACTIVE;
    private int count;
    private Capabilities capabilities;

    Activation(ChannelIds ids, DesktopSize size, int bitsPerPixel) {
        this.ids = ids;
        this.bitsPerPixel = bitsPerPixel;
        capabilities = Capabilities.unknown(size, bitsPerPixel);
    }

    /** Begins an activation with a size of the desktop. */
    synchronized DemandActive demand(DesktopSize size) {
        count++;
        step = Step.CONFIRM_ACTIVE;
        capabilities = Capabilities.unknown(size, bitsPerPixel);
        return new DemandActive(
                ChannelIds.SERVER, shareId(), SOURCE_DESCRIPTOR, Capabilities.ofServer(size, bitsPerPixel), 0);
    }

    /** Identifier of the share, another one for each activation. */
    synchronized int shareId() {
        return Math.max(count, 1) << 16 | ChannelIds.SERVER;
    }

    /** The client has answered the demand. */
    synchronized void confirm(ConfirmActive pdu) throws UnexpectedPduException {
        if (step != Step.CONFIRM_ACTIVE) {
            throw new UnexpectedPduException(
                    "Confirm Active PDU", "without a Demand Active PDU", ErrorInfo.CONTROLPDUSEQUENCE);
        }
        if (pdu.shareId() != shareId()) {
            throw new UnexpectedPduException(
                    "Confirm Active PDU", "for another share", ErrorInfo.CONFIRMACTIVEWRONGSHAREID);
        }
        capabilities = new Capabilities(capabilities.demanded(), bitsPerPixel, pdu.capabilitySets());
        step = Step.FINALIZATION;
    }

    /**
     * Whether data of the client other than input counts now. What was on its way when a further activation began belongs to a
     * share that is gone.
     */
    synchronized boolean takesData() throws UnexpectedPduException {
        requireFirstConfirmed();
        return step != Step.CONFIRM_ACTIVE;
    }

    /**
     * Input counts whatever activation is under way: the key whose release was on its way when it began would stay down
     * otherwise. Before its first Confirm Active PDU a client must send none.
     */
    synchronized void requireFirstConfirmed() throws UnexpectedPduException {
        if (step == Step.CONFIRM_ACTIVE && count == 1) {
            throw new UnexpectedPduException("data PDU", "before the Confirm Active PDU", ErrorInfo.DATAPDUSEQUENCE);
        }
    }

    /**
     * The server's part of the finalization, PDU by PDU as the client goes on (1.3.1.1, 3.3.5.3.14 and following);
     * the Font Map PDU that ends it is the caller's.
     *
     * @return what to send; empty = nothing to answer
     */
    synchronized Optional<ShareData> answer(ShareData pdu) {
        return switch (pdu) {
            case Synchronize _ -> Optional.of(new Synchronize(ids.user()));
            case Control control
            when control.action() == Control.COOPERATE -> Optional.of(new Control(Control.COOPERATE, 0, 0));
            case Control control
            when control.action() == Control.REQUEST_CONTROL ->
                Optional.of(new Control(Control.GRANTED_CONTROL, ids.user(), ChannelIds.SERVER));
            default -> Optional.empty();
        };
    }

    /**
     * The Font Map PDU is on its way: the last of the finalization.
     *
     * @return whether that ends an activation; false = the client has sent more than one Font List PDU
     */
    synchronized boolean finish() {
        if (step != Step.FINALIZATION) {
            return false;
        }
        step = Step.ACTIVE;
        return true;
    }

    synchronized boolean isActive() {
        return step == Step.ACTIVE;
    }

    synchronized Capabilities capabilities() {
        return capabilities;
    }
}
