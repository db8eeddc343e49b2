package oriel.rdp.codec.sound;

import java.util.List;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What the client sends on the sound channel: RDPSND PDU Header — MS-RDPEA, section 2.2.1 — and what follows it. */
public sealed interface ClientSound {
    /** The field msgType. */
    int type();

    /** Writes what follows the header. */
    void encodeBody(WireWriter out);

    /** Reads a whole message of the channel. */
    static ClientSound decode(WireReader in) {
        in.named("Client Sound PDU", "MS-RDPEA 2.2.1");
        SoundHeader header = SoundHeader.decode(in);
        WireReader body = in.slice(header.bodySize(), "BodySize");
        return switch (header.type()) {
            case Formats.TYPE -> Formats.decodeBody(body);
            case QualityMode.TYPE -> QualityMode.decodeBody(body);
            case TrainingConfirm.TYPE -> new TrainingConfirm(body.u16("wTimeStamp"), body.u16("wPackSize"));
            case WaveConfirm.TYPE -> WaveConfirm.decodeBody(body);
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
     * Client Audio Formats and Version PDU (CLIENT_AUDIO_VERSION_AND_FORMATS) — MS-RDPEA, section 2.2.2.2.
     *
     * @param flags {@link #ALIVE}, {@link #VOLUME}, {@link #PITCH}
     * @param volume where the client's volume stands
     * @param pitch a fixed-point number
     * @param version version of the protocol
     * @param formats those of the server's formats the client can play; sound names them by their index here
     */
    record Formats(int flags, int volume, int pitch, int version, List<AudioFormat> formats) implements ClientSound {
        static final int TYPE = SoundHeader.FORMATS;

        /** TSSNDCAPS_ALIVE: the client takes sound at all. */
        public static final int ALIVE = 0x0001;

        /** TSSNDCAPS_VOLUME. */
        public static final int VOLUME = 0x0002;

        /** TSSNDCAPS_PITCH. */
        public static final int PITCH = 0x0004;

        /** Copies the list. */
        public Formats {
            formats = List.copyOf(formats);
        }

        static Formats decodeBody(WireReader body) {
            int flags = body.i32("dwFlags");
            int volume = body.i32("dwVolume");
            int pitch = body.i32("dwPitch");
            body.skip(2, "wDGramPort");
            int count = body.u16("wNumberOfFormats");
            body.skip(1, "cLastBlockConfirmed");
            int version = body.u16("wVersion");
            body.skip(1, "bPad");
            return new Formats(flags, volume, pitch, version, AudioFormat.decodeList(body, count));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.i32(flags).i32(volume).i32(pitch).pad(2 /* wDGramPort */);
            out.u16(formats.size())
                    .pad(1 /* cLastBlockConfirmed */)
                    .u16(version)
                    .pad(1);
            formats.forEach(format -> format.encode(out));
        }
    }

    /**
     * Quality Mode PDU (AUDIO_QUALITY_MODE) — MS-RDPEA, section 2.2.2.3.
     *
     * @param mode {@link #DYNAMIC}, {@link #MEDIUM} or {@link #HIGH}
     */
    record QualityMode(int mode) implements ClientSound {
        static final int TYPE = 0x0C;

        /** DYNAMIC_QUALITY: as the link allows. */
        public static final int DYNAMIC = 0x0000;

        /** MEDIUM_QUALITY. */
        public static final int MEDIUM = 0x0001;

        /** HIGH_QUALITY: uncompressed. */
        public static final int HIGH = 0x0002;

        static QualityMode decodeBody(WireReader body) {
            int mode = body.u16("wQualityMode");
            body.skip(2, "Reserved");
            return new QualityMode(mode);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.u16(mode).pad(2);
        }
    }

    /**
     * Training Confirm PDU (SNDTRAININGCONFIRM) — MS-RDPEA, section 2.2.3.2.
     *
     * @param timeStamp of the training
     * @param packSize of the training
     */
    record TrainingConfirm(int timeStamp, int packSize) implements ClientSound {
        static final int TYPE = SoundHeader.TRAINING;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.u16(timeStamp).u16(packSize);
        }
    }

    /**
     * Wave Confirm PDU (SNDWAV_CONFIRM) — MS-RDPEA, section 2.2.3.8.
     *
     * @param timeStamp of the wave, and the milliseconds between its arrival and its being played
     * @param blockNumber of the wave
     */
    record WaveConfirm(int timeStamp, int blockNumber) implements ClientSound {
        static final int TYPE = 0x05;

        static WaveConfirm decodeBody(WireReader body) {
            int timeStamp = body.u16("wTimeStamp");
            int block = body.u8("cConfirmedBlockNo");
            body.skip(1, "bPad");
            return new WaveConfirm(timeStamp, block);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public void encodeBody(WireWriter out) {
            out.u16(timeStamp).u8(blockNumber).pad(1);
        }
    }

    /**
     * A PDU that is not known.
     *
     * @param type the field msgType
     * @param body what follows the header
     */
    record Other(int type, Octets body) implements ClientSound {
        @Override
        public void encodeBody(WireWriter out) {
            out.octets(body);
        }
    }
}
