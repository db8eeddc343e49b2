package oriel.rdp.codec.sound;

import java.util.List;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * What the server sends on the sound channel: RDPSND PDU Header — MS-RDPEA, section 2.2.1 — and what follows it. One message has no
 * header: the {@link Wave} behind a {@link WaveInfo}.
 */
public sealed interface ServerSound {
    /** The field msgType. */
    int type();

    /** Writes what follows the header. */
    default void encodeBody(WireWriter out) {}

    /** Reads a whole message of the channel that has a header. */
    static ServerSound decode(WireReader in) {
        in.named("Server Sound PDU", "MS-RDPEA 2.2.1");
        SoundHeader header = SoundHeader.decode(in);
        if (header.type() == WaveInfo.TYPE) {
            return WaveInfo.decodeBody(in, header.bodySize());
        }
        WireReader body = in.slice(header.bodySize(), "BodySize");
        return switch (header.type()) {
            case Formats.TYPE -> Formats.decodeBody(body);
            case Training.TYPE -> Training.decodeBody(body);
            case Wave2.TYPE -> Wave2.decodeBody(body);
            case Volume.TYPE -> new Volume(body.i32("Volume"));
            case Pitch.TYPE -> new Pitch(body.i32("Pitch"));
            case Close.TYPE -> new Close();
            default -> new Other(header.type(), body.rest());
        };
    }

    /** Writes a whole message of the channel. */
    default void encode(WireWriter out) {
        int mark = SoundHeader.begin(out, type());
        encodeBody(out);
        SoundHeader.end(out, mark);
    }

    /**
     * Server Audio Formats and Version PDU (SERVER_AUDIO_VERSION_AND_FORMATS) — MS-RDPEA, section 2.2.2.1.
     *
     * @param lastBlockConfirmed the field cLastBlockConfirmed: the number before that of the first block
     * @param version version of the protocol
     * @param formats what the server can send
     */
    record Formats(int lastBlockConfirmed, int version, List<AudioFormat> formats) implements ServerSound {
        static final int TYPE = SoundHeader.FORMATS;

        /** Version of Windows 8 and Windows Server 2012: the first with {@link Wave2}. */
        public static final int VERSION_8 = 8;

        /** Copies the list. */
        public Formats {
            formats = List.copyOf(formats);
        }

        static Formats decodeBody(WireReader body) {
            body.skip(4 + 4 + 4 + 2, "dwFlags, dwVolume, dwPitch, wDGramPort");
            int count = body.u16("wNumberOfFormats");
            int last = body.u8("cLastBlockConfirmed");
            int version = body.u16("wVersion");
            body.skip(1, "bPad");
            return new Formats(last, version, AudioFormat.decodeList(body, count));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.pad(4 /* dwFlags */ + 4 /* dwVolume */ + 4 /* dwPitch */ + 2 /* wDGramPort */);
            out.u16(formats.size()).u8(lastBlockConfirmed).u16(version).pad(1);
            formats.forEach(format -> format.encode(out));
        }
    }

    /**
     * Training PDU (SNDTRAINING) — MS-RDPEA, section 2.2.3.1.
     *
     * @param timeStamp comes back in the confirmation
     * @param data bytes of no meaning
     */
    record Training(int timeStamp, Octets data) implements ServerSound {
        static final int TYPE = SoundHeader.TRAINING;
        private static final int FIXED = SoundHeader.SIZE + 2 /* wTimeStamp */ + 2 /* wPackSize */;

        static Training decodeBody(WireReader body) {
            int timeStamp = body.u16("wTimeStamp");
            int size = body.u16("wPackSize");
            Octets data = body.rest();
            if (size != (data.isEmpty() ? 0 : FIXED + data.length())) {
                throw body.malformed("wPackSize", "the size of the PDU", size);
            }
            return new Training(timeStamp, data);
        }

        @Override
        public int type() {
            return TYPE;
        }

        /** The field wPackSize, which comes back in the confirmation. */
        public int packSize() {
            return data.isEmpty() ? 0 : FIXED + data.length();
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.u16(timeStamp).u16(packSize()).octets(data);
        }
    }

    /**
     * WaveInfo PDU (SNDWAVINFO) — MS-RDPEA, section 2.2.3.3: announces sound and carries its first four bytes; the others follow in a
     * message of their own, see {@link Wave}.
     *
     * @param timeStamp comes back, moved on, in the confirmation
     * @param format index of the format in the client's list
     * @param blockNumber comes back in the confirmation
     * @param start the first four bytes
     * @param length bytes of sound, these four included
     */
    record WaveInfo(int timeStamp, int format, int blockNumber, Octets start, int length) implements ServerSound {
        static final int TYPE = 0x02;

        /** Bytes of sound that travel here. */
        public static final int START = 4;

        /** What BodySize counts besides the sound. */
        private static final int COUNTED = 2 /* wTimeStamp */ + 2 /* wFormatNo */ + 1 /* cBlockNo */ + 3 /* bPad */;

        /** Checks the lengths. */
        public WaveInfo {
            if (start.length() != START || length < START || length + COUNTED > 0xFFFF) {
                throw new IllegalArgumentException("no wave of " + start.length() + " and " + length + " bytes");
            }
        }

        static WaveInfo decodeBody(WireReader in, int bodySize) {
            if (bodySize < COUNTED + START) {
                throw in.malformed("BodySize", "at least " + (COUNTED + START), bodySize);
            }
            int timeStamp = in.u16("wTimeStamp");
            int format = in.u16("wFormatNo");
            int block = in.u8("cBlockNo");
            in.skip(3, "bPad");
            return new WaveInfo(timeStamp, format, block, in.octets(START, "Data"), bodySize - COUNTED);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encode(WireWriter out) {
            out.u8(TYPE).pad(1).u16(COUNTED + length);
            out.u16(timeStamp).u16(format).u8(blockNumber).pad(3).octets(start);
        }
    }

    /**
     * Wave PDU (SNDWAV) — MS-RDPEA, section 2.2.3.4: the sound behind a {@link WaveInfo}, with four zeros where that one's start goes.
     *
     * @param data the sound without its first four bytes
     */
    record Wave(Octets data) {
        /** Reads a whole message of the channel. */
        public static Wave decode(WireReader in) {
            in.named("Wave PDU", "MS-RDPEA 2.2.3.4");
            in.skip(4, "bPad");
            return new Wave(in.rest());
        }

        /** Writes a whole message of the channel. */
        public void encode(WireWriter out) {
            out.pad(4).octets(data);
        }
    }

    /**
     * Wave2 PDU (SNDWAV2) — MS-RDPEA, section 2.2.3.10; for clients of {@link Formats#VERSION_8}.
     *
     * @param timeStamp comes back, moved on, in the confirmation
     * @param format index of the format in the client's list
     * @param blockNumber comes back in the confirmation
     * @param audioTimeStamp milliseconds, when the sound was taken
     * @param data the sound
     */
    record Wave2(int timeStamp, int format, int blockNumber, int audioTimeStamp, Octets data) implements ServerSound {
        static final int TYPE = 0x0D;

        static Wave2 decodeBody(WireReader body) {
            int timeStamp = body.u16("wTimeStamp");
            int format = body.u16("wFormatNo");
            int block = body.u8("cBlockNo");
            body.skip(3, "bPad");
            return new Wave2(timeStamp, format, block, body.i32("dwAudioTimeStamp"), body.rest());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            begin(out, timeStamp, format, blockNumber, audioTimeStamp);
            out.octets(data);
        }

        private static void begin(WireWriter out, int timeStamp, int format, int block, int audioTimeStamp) {
            out.u16(timeStamp).u16(format).u8(block).pad(3).i32(audioTimeStamp);
        }

        /** Writes a whole message from an array, without a record in between. */
        public static void write(
                WireWriter out, int timeStamp, int format, int block, int audioTimeStamp, byte[] sound, int length) {
            int mark = SoundHeader.begin(out, TYPE);
            begin(out, timeStamp, format, block, audioTimeStamp);
            out.bytes(sound, 0, length);
            SoundHeader.end(out, mark);
        }
    }

    /**
     * Volume PDU (SNDVOL) — MS-RDPEA, section 2.2.4.1.
     *
     * @param volume 16 bits each of the right and the left channel
     */
    record Volume(int volume) implements ServerSound {
        static final int TYPE = 0x03;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.i32(volume);
        }
    }

    /**
     * Pitch PDU (SNDPITCH) — MS-RDPEA, section 2.2.4.2.
     *
     * @param pitch a fixed-point number, ignored by clients
     */
    record Pitch(int pitch) implements ServerSound {
        static final int TYPE = 0x04;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.i32(pitch);
        }
    }

    /** Close PDU (SNDCLOSE) — MS-RDPEA, section 2.2.3.9: the sound has ended for now. */
    record Close() implements ServerSound {
        static final int TYPE = 0x01;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /**
     * A PDU that is not known.
     *
     * @param type the field msgType
     * @param body what follows the header
     */
    record Other(int type, Octets body) implements ServerSound {
        @Override
        public void encodeBody(WireWriter out) {
            out.octets(body);
        }
    }
}
