package oriel.rdp.codec.share;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What a PDU with a Share Data Header says; the field pduType2 tells which — MS-RDPBCGR, section 2.2.8.1.1.1.2. */
public sealed interface ShareData
        permits Synchronize,
                Control,
                FontList,
                FontMap,
                SetErrorInfo,
                ShutdownRequest,
                ShutdownDenied,
                SuppressOutput,
                RefreshRect,
                SetKeyboardIndicators,
                SetKeyboardImeStatus,
                PlaySound,
                PersistentKeyList,
                SaveSessionInfo,
                StatusInfo,
                AutoReconnectStatus,
                MonitorLayout,
                FrameAcknowledge,
                SlowPathInput,
                ShareData.Other {
    /** PDUTYPE2_UPDATE: slow-path graphics update. */
    int UPDATE = 0x02;

    /** PDUTYPE2_POINTER: slow-path pointer update. */
    int POINTER = 0x1B;

    /** The field pduType2. */
    int type();

    /** Writes the fields behind the headers. */
    void encodeFields(WireWriter out);

    /** Reads the fields behind the headers; what stands behind the known ones is ignored. */
    static ShareData decode(WireReader in, int type) {
        return switch (type) {
            case Synchronize.TYPE -> Synchronize.decodeFields(in);
            case Control.TYPE -> Control.decodeFields(in);
            case FontList.TYPE -> FontList.decodeFields(in);
            case FontMap.TYPE -> FontMap.decodeFields(in);
            case SetErrorInfo.TYPE -> SetErrorInfo.decodeFields(in);
            case ShutdownRequest.TYPE -> ShutdownRequest.decodeFields(in);
            case ShutdownDenied.TYPE -> ShutdownDenied.decodeFields(in);
            case SuppressOutput.TYPE -> SuppressOutput.decodeFields(in);
            case RefreshRect.TYPE -> RefreshRect.decodeFields(in);
            case SetKeyboardIndicators.TYPE -> SetKeyboardIndicators.decodeFields(in);
            case SetKeyboardImeStatus.TYPE -> SetKeyboardImeStatus.decodeFields(in);
            case PlaySound.TYPE -> PlaySound.decodeFields(in);
            case PersistentKeyList.TYPE -> PersistentKeyList.decodeFields(in);
            case SaveSessionInfo.TYPE -> SaveSessionInfo.decodeFields(in);
            case StatusInfo.TYPE -> StatusInfo.decodeFields(in);
            case AutoReconnectStatus.TYPE -> AutoReconnectStatus.decodeFields(in);
            case MonitorLayout.TYPE -> MonitorLayout.decodeFields(in);
            case FrameAcknowledge.TYPE -> FrameAcknowledge.decodeFields(in);
            case SlowPathInput.TYPE -> SlowPathInput.decodeFields(in);
            default -> new Other(type, in.rest());
        };
    }

    /**
     * A PDU this package does not look into, such as a slow-path update or the error PDU of a cache.
     *
     * @param type the field pduType2
     * @param fields the bytes behind the headers
     */
    record Other(int type, Octets fields) implements ShareData {
        @Override
        public void encodeFields(WireWriter out) {
            out.octets(fields);
        }
    }
}
